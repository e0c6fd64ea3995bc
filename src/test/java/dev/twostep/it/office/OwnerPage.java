package dev.twostep.it.office;

import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The owner of an account at the page of their own factors. */
record OwnerPage(LoginDriver browser, String path, String name) {

  static OwnerPage of(TestEnvironment environment, RealmApi realm, String name) {
    return new OwnerPage(environment.newDriver(), "/realms/" + realm.name() + "/twostep/me", name);
  }

  Page password() {
    return browser.password(browser.get(path), name, NewUser.PASSWORD);
  }

  Page logIn() {
    return code(password());
  }

  Page code(Page asked) {
    return browser.submit(
        asked,
        asked.form("#twostep-form"),
        Map.of("code", NewUser.appOf(name).code(), "twostepAction", "verify"));
  }

  /** Presses the button of the only office's invitation. */
  Page answer(Page page, String what) {
    return browser.submit(page, page.form("form:has(input[value=" + what + "])"), Map.of());
  }

  Page post(Page page, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("token", stateChecker(browser));
    all.putAll(fields);
    return browser.post(URI.create(page.document().location()).resolve(path), all);
  }

  /** What forms must hold, read from the identity cookie: its holder could. */
  static String stateChecker(LoginDriver browser) {
    String cookie = browser.cookies().value("KEYCLOAK_IDENTITY");
    byte[] claims = Base64.getUrlDecoder().decode(cookie.split("\\.", -1)[1]);
    return Json.read(new String(claims, StandardCharsets.UTF_8)).path("state_checker").asText();
  }
}
