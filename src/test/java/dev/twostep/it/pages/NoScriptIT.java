package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With JavaScript switched off everything works but the comfort. */
@WithKeycloak
class NoScriptIT {

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
  void sendsResendsAndTakesACode() {
    Person person =
        stage.required("nora", Map.of("factors", "sms", "fallback", "email"), Credential::phone);
    Visitor visitor = stage.visitorWithoutScript().logIn(person);
    String code = stage.smsCode(person, 1);

    assertThat(visitor.text()).containsPattern("again in \\d+ seconds");
    visitor.press("resend");
    assertThat(visitor.text()).contains("just sent you a message");
    assertThat(stage.smsCount(person)).isEqualTo(1);
    stage.coolDown();
    visitor.press("resend");
    assertThat(stage.smsCode(person, 2)).isEqualTo(code);
    visitor.press("another").press("back").answer(code).assertLoggedIn();
  }

  @Test
  void setsUpAPhone() {
    Person person = stage.required("nils", Map.of("factors", "sms"));
    Visitor visitor = stage.visitorWithoutScript().logIn(person);

    visitor.page().fill("#number", person.nationalNumber());
    visitor.press("send").answer(stage.smsCode(person, 1)).assertLoggedIn();
  }
}
