package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.browser.Screen;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of one's own factors in a browser, in three languages and on two screens. */
@WithKeycloak
class OwnPageIT {

  private static final String ALL = "sms,email,totp,passkey,recovery-codes";

  private static Stage stage;

  @BeforeAll
  static void open(TestEnvironment environment, RealmApi realm) {
    stage = Stage.open(environment, realm);
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
  void showsEverythingOfSomeoneWhoHasAll() {
    Person person =
        stage.required(
            "mia",
            Map.of("factors", ALL),
            number -> Credential.phone(number),
            number -> Credential.app(),
            number -> Credential.lostPasskey(),
            number -> Credential.recoveryCodes(List.of("AAAABBBBCCCC", "DDDDEEEEFFFF")));
    Visitor visitor = visit(stage.visitor(Screen.DESKTOP)).password(person);
    visitor.press("another").choose("totp").answer(code());

    assertThat(visitor.text()).contains("My app", "Lost key", "2 codes are left", "Asked first");
    new Tour(visitor).look("me");
  }

  @Test
  void switchesItOffAndOn() {
    Person person = stage.person("otis", "optional", Map.of(), number -> Credential.app());
    Visitor visitor = visit(stage.visitor(Screen.DESKTOP)).password(person).answer(code());

    visitor.leave(() -> visitor.page().click("#twostep-turn-off"));
    new Tour(visitor).look("turn-off");
    visitor.press("turn-off");
    new Tour(visitor).look("me-off");
    visitor.leave(() -> visitor.page().click("#twostep-turn-on"));
    visitor.page().waitForSelector("#twostep-turn-off");
  }

  @Test
  void renamesWithoutScript() {
    Person person = stage.required("rose", Map.of(), number -> Credential.app());
    Visitor visitor = visit(stage.visitorWithoutScript()).password(person).answer(code());

    visitor.page().click("details summary");
    visitor.page().fill("details input[name=name]", "Old phone");
    visitor.leave(() -> visitor.page().click("details [type=submit]"));

    assertThat(visitor.text()).contains("The name has been saved", "Old phone");
  }

  private static Visitor visit(Visitor visitor) {
    String path = "/realms/" + stage.realm().name() + "/twostep/me";
    visitor.page().navigate(stage.environment().url().resolve(path).toString());
    return visitor;
  }

  private static String code() {
    return Totp.ofSecret(Credential.appSecret()).code();
  }
}
