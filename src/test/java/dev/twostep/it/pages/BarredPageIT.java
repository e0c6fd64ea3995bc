package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.browser.Screen;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people see when no text message goes out: another way, or an honest word. */
@WithKeycloak
class BarredPageIT {

  private static Stage stage;

  @BeforeAll
  static void open(TestEnvironment environment, RealmApi realm) {
    stage = Stage.open(environment, realm);
    realm.attribute("twostep.sms.countries", "DE=disable");
  }

  @AfterEach
  void askNobodyElse() {
    stage.assertQuiet();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  @AbuseCase("B18")
  void showsTheCodeByMailInstead() {
    Person person =
        stage.required(
            "bar-mail", Map.of("factors", "sms", "fallback", "email"), Credential::phone);
    Visitor visitor = stage.visitor(Screen.DESKTOP);

    new Tour(visitor.logIn(person))
        .look(
            "barred-email-instead",
            () -> {
              stage.coolDown();
              visitor.press("another").choose("sms");
            });
    assertThat(visitor.text()).contains("so the code comes by e-mail");
  }

  @Test
  @AbuseCase("B18")
  void showsTheOtherWays() {
    Person person =
        stage.required(
            "bar-app",
            Map.of("factors", "sms,totp,recovery-codes"),
            Credential::phone,
            number -> Credential.app());
    Visitor visitor = stage.visitor(Screen.DESKTOP).logIn(person);

    new Tour(visitor)
        .look(
            "barred-choose",
            () -> {
              if (visitor.page().locator("[value=another]").count() > 0) {
                visitor.press("another");
              }
              visitor.choose("sms");
            });
  }

  @Test
  @AbuseCase("B18")
  void saysSoWhereThereIsNoOtherWay() {
    Person person = stage.required("bar-only", Map.of("factors", "sms"), Credential::phone);
    Visitor visitor = stage.visitor(Screen.DESKTOP).logIn(person);

    new Tour(visitor).look("barred-only", () -> visitor.press("resend"));
  }

  @Test
  @AbuseCase("B18")
  void refusesANewNumberAtItsField() {
    Person person = stage.required("bar-new", Map.of("factors", "sms,totp", "fallback", "none"));
    Visitor visitor = stage.visitor(Screen.DESKTOP).logIn(person);
    new Tour(visitor)
        .look(
            "barred-number",
            () -> {
              visitor.page().fill("#number", "+" + person.number().substring(1));
              visitor.press("send");
            });
  }
}
