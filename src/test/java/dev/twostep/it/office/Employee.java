package dev.twostep.it.office;

import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.util.Map;

/** A browser in which an employee opens customers' accounts. */
record Employee(LoginDriver browser, String realm) {

  static final String CLIENT = TestEnvironment.CLIENT;

  static Employee at(TestEnvironment environment, RealmApi realm) {
    return new Employee(environment.newDriver(), realm.name());
  }

  /** As far as the second step. */
  Page login(String account) {
    return login(CLIENT, account);
  }

  Page login(String client, String account) {
    return browser.login(realm, client, account, NewUser.PASSWORD);
  }

  /** With the code that this device shows now. */
  Page open(String account, Totp device) {
    return code(login(account), device.code());
  }

  Page code(Page asked, String code) {
    return press(asked, Map.of("code", code, "twostepAction", "verify"));
  }

  Page another(Page asked, String factor) {
    Page ways = press(asked, Map.of("twostepAction", "another"));
    return press(ways, Map.of("twostepFactor", factor));
  }

  Page press(Page page, Map<String, String> fields) {
    return browser.submit(page, page.form("#twostep-form"), fields);
  }

  /** Asks for an action; Keycloak may ask for the password first. */
  Page change(String action, String account) {
    Page page = browser.open(realm, CLIENT, Map.of("kc_action", action));
    return Stage.of(page) == Stage.PASSWORD
        ? browser.password(page, account, NewUser.PASSWORD)
        : page;
  }
}
