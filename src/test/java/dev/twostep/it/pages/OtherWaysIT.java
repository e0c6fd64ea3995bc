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

/** What "try another way" leads to. */
@WithKeycloak
class OtherWaysIT {

  private static final List<String> CODES = List.of("AAAABBBBCCCC", "DDDDEEEEFFFF");

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
  void goesToTheAppAndBackWithoutASecondMessage() {
    Person person = stage.required("tom", Map.of(), Credential::phone, number -> Credential.app());
    Visitor visitor = stage.visitor(Screen.PHONE).logIn(person);

    assertThat(visitor.text()).contains("authenticator app");
    visitor.press("another").choose("sms");
    String code = stage.smsCode(person, 1);
    visitor.press("another").press("back");
    assertThat(visitor.text()).contains("Code from the text message");
    visitor.press("another").choose("totp").press("another").choose("sms");
    assertThat(visitor.text()).contains("just sent you a message");
    visitor.answer(code).assertLoggedIn();

    assertThat(stage.smsCount(person)).isEqualTo(1);
  }

  @Test
  void takesACodeOfTheApp() {
    Person person = stage.required("tina", Map.of(), Credential::phone, number -> Credential.app());
    Visitor visitor = stage.visitor(Screen.PHONE).logIn(person);

    visitor.answer(Totp.ofSecret(Credential.appSecret()).code()).assertLoggedIn();
    assertThat(stage.smsCount(person)).isZero();
  }

  @Test
  void fallsBackToEmail() {
    Person person =
        stage.required("emil", Map.of("factors", "sms", "fallback", "email"), Credential::phone);
    Visitor visitor = stage.visitor(Screen.PHONE).logIn(person);

    visitor.press("another").choose("email");
    visitor.answer(stage.mailCode(person)).assertLoggedIn();
  }

  @Test
  void takesARecoveryCodeAsItIsPrinted() {
    Person person =
        stage.required(
            "rosa", Map.of(), Credential::phone, number -> Credential.recoveryCodes(CODES));
    Visitor visitor = stage.visitor(Screen.PHONE).logIn(person);

    visitor.press("another").choose("recovery-codes");
    assertThat(visitor.text()).contains("Recovery code number 1");
    visitor.answer("aaaa-bbbb-cccc").assertLoggedIn();
  }
}
