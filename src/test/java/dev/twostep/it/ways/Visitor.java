package dev.twostep.it.ways;

import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.util.Map;

/** One fresh browser at one realm. */
record Visitor(LoginDriver browser, String realm) {

  static Visitor to(TestEnvironment environment, RealmApi realm) {
    return new Visitor(environment.newDriver(), realm.name());
  }

  /** An administrator's browser that was let into that user's account. */
  static Visitor impersonating(TestEnvironment environment, RealmApi realm, String user) {
    Visitor visitor = to(environment, realm);
    realm
        .post("users/" + user + "/impersonation", Map.of())
        .orFail()
        .raw()
        .headers()
        .allValues("Set-Cookie")
        .forEach(visitor.browser.cookies()::accept);
    return visitor;
  }

  /** Asks for an action; Keycloak asks for the password again where the session is too weak. */
  Page change(String action, String username) {
    Page page = open(TestEnvironment.CLIENT, Map.of("kc_action", action));
    return Stage.of(page) == Stage.PASSWORD ? password(page, username) : page;
  }

  /** Asks for a level of authentication; see {@link #change}. */
  Page level(String acr, String username) {
    Page page = open(TestEnvironment.CLIENT, Map.of("acr_values", acr));
    return Stage.of(page) == Stage.PASSWORD ? password(page, username) : page;
  }

  Page open(String client) {
    return browser.open(realm, client);
  }

  Page open(String client, Map<String, String> parameters) {
    return browser.open(realm, client, parameters);
  }

  /** User name and password at the realm's ordinary client. */
  Page login(String username) {
    return login(TestEnvironment.CLIENT, username);
  }

  Page login(String client, String username) {
    return password(open(client), username);
  }

  Page password(Page form, String username) {
    return browser.password(form, username, NewUser.PASSWORD);
  }

  /** Answers with the present code of that user's authenticator app. */
  Page app(Page asked, String username) {
    return code(asked, NewUser.appOf(username).code());
  }

  /** The same once more within half a minute: a code works once only. */
  Page nextApp(Page asked, String username) {
    return code(asked, NewUser.appOf(username).nextCode());
  }

  Page code(Page asked, String code) {
    return press(asked, Map.of("code", code, "twostepAction", "verify"));
  }

  Page action(Page page, String action) {
    return press(page, Map.of("twostepAction", action));
  }

  Page press(Page page, Map<String, String> fields) {
    return browser.submit(page, page.form("#twostep-form"), fields);
  }
}
