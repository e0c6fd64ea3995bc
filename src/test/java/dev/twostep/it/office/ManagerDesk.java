package dev.twostep.it.office;

import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** A browser at the page of an office's managers. */
record ManagerDesk(LoginDriver browser, String path) {

  static ManagerDesk of(TestEnvironment environment, RealmApi realm, String office) {
    return new ManagerDesk(
        environment.newDriver(), "/realms/" + realm.name() + "/twostep/offices/" + office);
  }

  Page open() {
    return browser.get(path);
  }

  Page password(String name) {
    return browser.password(open(), name, NewUser.PASSWORD);
  }

  /** Through the login pages, with a code of the user's own app. */
  Page logIn(String name) {
    return code(password(name), name);
  }

  Page code(Page asked, String name) {
    return browser.submit(
        asked,
        asked.form("#twostep-form"),
        Map.of("code", NewUser.appOf(name).code(), "twostepAction", "verify"));
  }

  /** Posts to the page with its token, unless another one is given. */
  Page post(Map<String, String> fields) {
    Page page = open();
    Map<String, String> all = new LinkedHashMap<>();
    all.put("token", page.document().select("input[name=token]").attr("value"));
    if (all.get("token").isEmpty()) {
      all.put("token", OwnerPage.stateChecker(browser));
    }
    all.putAll(fields);
    return browser.post(URI.create(page.document().location()).resolve(path), all);
  }

  /** The id of the device of that label. */
  String device(String label) {
    return open().document().select("[data-device]").stream()
        .filter(row -> row.select("h3").text().equals(label))
        .map(row -> row.attr("data-device"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no device " + label));
  }
}
