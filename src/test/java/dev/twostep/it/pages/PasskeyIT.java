package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.browser.Screen;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keycloak's own passkeys as a second step, on Twostep's page. */
@WithKeycloak
class PasskeyIT {

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
  void isAskedForFirstOnceThereIsOneAndLeavesAnotherWay() {
    Person person = stage.required("paula", Map.of(), Credential::phone);
    Visitor visitor = stage.visitor(Screen.DESKTOP);
    plugIn(visitor);
    visitor.page().onDialog(dialog -> dialog.accept("My key"));

    visitor.logIn(person, Map.of("kc_action", "webauthn-register"));
    visitor.answer(stage.smsCode(person, 1));
    visitor.leave(() -> visitor.page().click("#registerWebAuthn"));
    visitor.assertLoggedIn();

    visitor.forgetCookies();
    visitor.logIn(person);
    assertThat(visitor.text()).contains("Confirm with your passkey");
    visitor.press("another").press("back");
    visitor.leave(() -> visitor.page().click("#authenticateWebAuthnButton"));
    visitor.assertLoggedIn();
    assertThat(stage.smsCount(person)).isEqualTo(1);

    stage.coolDown();
    visitor.forgetCookies();
    visitor.logIn(person).press("another").choose("sms");
    visitor.answer(stage.smsCode(person, 2)).assertLoggedIn();
  }

  /** A security key in the browser's USB port that somebody always touches at once. */
  private static void plugIn(Visitor visitor) {
    CDPSession devTools = visitor.page().context().newCDPSession(visitor.page());
    devTools.send("WebAuthn.enable");
    JsonObject key = new JsonObject();
    key.addProperty("protocol", "ctap2");
    key.addProperty("transport", "usb");
    key.addProperty("hasResidentKey", true);
    key.addProperty("hasUserVerification", true);
    key.addProperty("isUserVerified", true);
    JsonObject parameters = new JsonObject();
    parameters.add("options", key);
    devTools.send("WebAuthn.addVirtualAuthenticator", parameters);
  }
}
