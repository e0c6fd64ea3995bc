package dev.twostep.it.bind;

import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** One browser in which somebody binds an authenticator app; keeps the page that it shows. */
final class Binder {

  static final Duration PATIENCE = Duration.ofSeconds(20);
  static final Map<String, String> BIND = Map.of("kc_action", "CONFIGURE_TOTP");

  private final TestEnvironment environment;
  private final RealmApi realm;
  private final Owner owner;
  private final LoginDriver browser;
  private Page page;

  private Binder(
      TestEnvironment environment,
      RealmApi realm,
      Owner owner,
      LoginDriver browser,
      Map<String, String> parameters) {
    this.environment = environment;
    this.realm = realm;
    this.owner = owner;
    this.browser = browser;
    coolDown();
    this.page = browser.open(realm.name(), TestEnvironment.CLIENT, parameters);
  }

  /** Asks for the action, gives the password, and whatever factor is asked for first. */
  static Binder open(TestEnvironment environment, RealmApi realm, Owner owner) {
    return open(environment, realm, owner, BIND);
  }

  static Binder open(
      TestEnvironment environment, RealmApi realm, Owner owner, Map<String, String> parameters) {
    return new Binder(environment, realm, owner, environment.newDriver(), parameters).comeIn();
  }

  /** A further tab of the same browser. */
  Binder tab() {
    return new Binder(environment, realm, owner, browser, BIND).comeIn();
  }

  private Binder comeIn() {
    int before = codes().size();
    if (page.has("input[name=password]")) {
      page = browser.password(page, owner.name(), NewUser.PASSWORD);
    }
    if (page.has("input[name=code]") && !page.has("input[name=app]")) {
      answerElevation(before);
    }
    coolDown();
    return this;
  }

  /** Whoever has a factor proves it first; everybody here has a phone. */
  private void answerElevation(int before) {
    if (!page.has("#twostep-resend")) {
      press("another", Map.of());
      page = browser.submit(page, page.form("#twostep-form"), Map.of("twostepFactor", "sms"));
    }
    press("verify", Map.of("code", newestSms(before + 1)));
  }

  Page page() {
    return page;
  }

  LoginDriver browser() {
    return browser;
  }

  /** To the secret, and remembers it as the app would. */
  Totp scan() {
    press("continue", Map.of());
    return app();
  }

  Totp app() {
    return Totp.ofBase32(secret());
  }

  String secret() {
    Element secret = page.document().selectFirst("#twostep-secret");
    if (secret == null) {
      throw new AssertionError("no secret on this page:\n" + page.text());
    }
    return secret.text();
  }

  /** From the secret to the page with both codes; the code that was sent. */
  String ask() {
    int before = codes().size();
    press("continue", Map.of());
    return newestSms(before + 1);
  }

  Page bind(String sms, String app) {
    return press("verify", Map.of("code", sms, "app", app));
  }

  Page press(String action, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("twostepAction", action);
    page = browser.submit(page, page.form("#twostep-form"), all);
    return page;
  }

  Page reload() {
    String address = page.uri().toString().replaceAll("(session_code|execution)=[^&]*&?", "");
    page = browser.get(address);
    return page;
  }

  /** As if messages and wrong answers were long ago. */
  void coolDown() {
    environment
        .database()
        .sql(
            "update TWOSTEP_ACCOUNT set MESSAGES_SENT = '', STREAKS = '' where USER_ID = ?",
            owner.id());
    environment.database().sql("update TWOSTEP_CONTACT set MESSAGES_SENT = ''");
  }

  private String newestSms(int count) {
    return Eventually.get(
        "code " + count + " to " + owner.phone(),
        PATIENCE,
        () -> codes().size() < count ? Optional.empty() : Optional.of(codes().get(count - 1)));
  }

  private List<String> codes() {
    return environment.gateway().codes(owner.phone()).stream()
        .map(SmsGatewayDouble::codeIn)
        .toList();
  }
}
