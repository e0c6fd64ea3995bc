package dev.twostep.it.legacy;

import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Somebody with an authenticator app who makes app passwords in a browser. */
record AppPasswordDesk(LoginDriver browser, RealmApi realm, String name, String user) {

  /** A new user who has to have two-step login. */
  static AppPasswordDesk of(TestEnvironment environment, RealmApi realm, String name) {
    String user = realm.createUser(NewUser.named(name).withApp());
    realm.policy("user", user, Map.of("requirement", "required"));
    return new AppPasswordDesk(environment.newDriver(), realm, name, user);
  }

  /** An application as the manual has it made, with the secret that the manual shows. */
  static void application(RealmApi realm, String clientId) {
    String id =
        realm.createClient(
            Map.of(
                "clientId",
                clientId,
                "secret",
                "secret-of-" + clientId,
                "standardFlowEnabled",
                false,
                "attributes",
                Map.of("use.refresh.tokens", "false")));
    realm.put("twostep/applications/" + id + "/preset", Map.of("preset", "legacy")).orFail();
  }

  /** What the page shows after it was made for that application. */
  String make(String application) {
    Page form = open();
    String id = box(form, application).attr("value");
    Page shown =
        press(
            form,
            Map.of(
                "name", application, "application", id, "days", "30", "twostepAction", "create"));
    String password = shown.document().select("#twostep-password").text();
    if (password.isEmpty()) {
      throw new AssertionError("no app password: " + shown.text());
    }
    press(shown, Map.of("twostepAction", "done"));
    return password;
  }

  /** As an administrator takes them back. */
  void revokeAll() {
    realm.delete("twostep/users/" + user + "/app-passwords").orFail();
  }

  /** The second step counts for five minutes, so it is asked for once. */
  private Page open() {
    Page page =
        browser.open(
            realm.name(), TestEnvironment.CLIENT, Map.of("kc_action", "twostep-app-password"));
    if (Stage.of(page) == Stage.PASSWORD) {
      page = browser.password(page, name, NewUser.PASSWORD);
    }
    return Stage.of(page) == Stage.ASKED
        ? press(page, Map.of("code", NewUser.appOf(name).code(), "twostepAction", "verify"))
        : page;
  }

  private static Element box(Page form, String application) {
    return form.document().select("[name=application]").stream()
        .filter(
            box -> form.document().select("label[for=" + box.id() + "]").text().equals(application))
        .findFirst()
        .orElseThrow(() -> new AssertionError(application + " is not offered: " + form.text()));
  }

  private Page press(Page page, Map<String, String> fields) {
    return browser.submit(page, page.form("#twostep-form"), fields);
  }
}
