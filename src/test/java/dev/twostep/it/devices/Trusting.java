package dev.twostep.it.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A realm in which devices are asked once, and somebody with an app who trusts theirs. */
record Trusting(TestEnvironment environment, RealmApi realm) {

  static final String TRUST_PAGE = "button#twostep-trust";
  static final String PASSCODE_PAGE = "button#twostep-unlock";

  static Trusting in(TestEnvironment environment, RealmApi realm, String passcode) {
    realm.setUpTwostep();
    realm.attributes(
        Map.of(
            "twostep.requirement", "required",
            "twostep.factors", "totp",
            "twostep.occasion", "once-per-device",
            "twostep.passcode", passcode));
    return new Trusting(environment, realm);
  }

  String user(String name) {
    return realm.createUser(NewUser.named(name).withApp());
  }

  /** The name of this realm's cookie, as a browser has it. */
  String cookieName(LoginDriver browser) {
    return browser.exchanges().stream()
        .flatMap(one -> one.response().headers().allValues("Set-Cookie").stream())
        .filter(cookie -> cookie.startsWith("__Host-twostep-device-"))
        .reduce((first, last) -> last)
        .map(cookie -> cookie.substring(0, cookie.indexOf('=')))
        .orElseThrow(() -> new AssertionError("no device was trusted here"));
  }

  String cookie(LoginDriver browser) {
    return browser.cookies().value(cookieName(browser));
  }

  /** A browser that was closed and opened again: the session is gone, the device's cookie stays. */
  LoginDriver reopened(LoginDriver browser) {
    return withCookie(cookieName(browser), cookie(browser));
  }

  LoginDriver withCookie(String name, String value) {
    LoginDriver fresh = environment.newDriver();
    fresh.cookies().put(name, "/", value);
    return fresh;
  }

  /** As far as the code. */
  Page login(LoginDriver browser, String name) {
    return browser.login(realm.name(), TestEnvironment.CLIENT, name, NewUser.PASSWORD);
  }

  /** The login of a user who is asked, up to the question whether to trust the browser. */
  Page proven(LoginDriver browser, String name) {
    return app(browser, login(browser, name), NewUser.appOf(name).code());
  }

  Page app(LoginDriver browser, Page asked, String code) {
    return press(browser, asked, Map.of("code", code, "twostepAction", "verify"));
  }

  Page press(LoginDriver browser, Page page, Map<String, String> fields) {
    return browser.submit(page, page.form("#twostep-form"), fields);
  }

  Page act(LoginDriver browser, Page page, String action) {
    return press(browser, page, Map.of("twostepAction", action));
  }

  Page trust(LoginDriver browser, Page page, String passcode) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("twostepAction", "trust");
    if (!passcode.isEmpty()) {
      fields.put("passcode", passcode);
      fields.put("repeat", passcode);
    }
    return press(browser, page, fields);
  }

  /** A new browser in which that user has trusted it. */
  LoginDriver trusted(String name, String passcode) {
    LoginDriver browser = environment.newDriver();
    Page asked = proven(browser, name);
    assertThat(asked.has(TRUST_PAGE)).as(asked.text()).isTrue();
    Page in = trust(browser, asked, passcode);
    assertThat(Stage.of(in)).as(in.text()).isEqualTo(Stage.IN);
    return browser;
  }

  /** What a new session in that browser comes to. */
  Stage next(LoginDriver browser, String name) {
    return Stage.of(login(reopened(browser), name));
  }

  /** As if the device's last change of its secret had been that much later. */
  void moveRotation(String user, Duration by) {
    environment
        .database()
        .sql(
            "update twostep_device set rotated_at = rotated_at + ? where user_id = ?",
            by.toMillis(),
            user);
  }

  long rows(String user) {
    return environment
        .database()
        .sql("select id from twostep_device where user_id = ?", user)
        .size();
  }
}
