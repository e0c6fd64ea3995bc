package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
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

/** The pages of a trusted device, in a browser that really keeps its cookie. */
@WithKeycloak
class DevicePageIT {

  private static final String PASSCODE = "482019";

  private static Stage stage;

  @BeforeAll
  static void open(TestEnvironment environment, RealmApi realm) {
    stage = Stage.open(environment, realm);
    realm.attributes(Map.of("twostep.occasion", "once-per-device", "twostep.passcode", "required"));
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
  void trustsAndUnlocks() {
    Person person = stage.required("trudy", Map.of("factors", "totp"), number -> Credential.app());
    Visitor visitor = stage.visitor(Screen.DESKTOP).logIn(person);
    visitor.answer(Totp.ofSecret(Credential.appSecret()).code());
    Tour tour = new Tour(visitor);
    tour.look("trust");
    tour.look("trust-refused", () -> choose(visitor, "123456"));
    choose(visitor, PASSCODE).assertLoggedIn();

    closeBrowser(visitor);
    visitor.logIn(person);
    tour.look("passcode");
    unlock(visitor, "739154");
    visitor.page().reload();
    unlock(visitor, PASSCODE).assertLoggedIn();

    String own = "/realms/" + stage.realm().name() + "/twostep/me";
    visitor.page().navigate(stage.environment().url().resolve(own).toString());
    assertThat(visitor.text()).contains("This device");
    tour.look("me-devices");
  }

  private static Visitor choose(Visitor visitor, String passcode) {
    visitor.page().fill("#passcode", passcode);
    visitor.page().fill("#repeat", passcode);
    return visitor.press("trust");
  }

  private static Visitor unlock(Visitor visitor, String passcode) {
    visitor.page().fill("#passcode", passcode);
    return visitor.press("unlock");
  }

  /** Ends the session and keeps what a browser keeps. */
  private static void closeBrowser(Visitor visitor) {
    var context = visitor.page().context();
    List<Cookie> kept =
        context.cookies().stream().filter(c -> c.name.startsWith("__Host-twostep")).toList();
    context.clearCookies();
    context.addCookies(kept);
  }
}
