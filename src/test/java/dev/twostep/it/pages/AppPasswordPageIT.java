package dev.twostep.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.browser.PageCheck;
import dev.twostep.fixture.browser.Screen;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of app passwords in a browser: made, shown once, listed. */
@WithKeycloak
class AppPasswordPageIT {

  private static Stage stage;

  @BeforeAll
  static void open(TestEnvironment environment, RealmApi realm) {
    stage = Stage.open(environment, realm);
    for (String name : new String[] {"Calendar", "Mail"}) {
      realm.createClient(
          Map.of(
              "clientId", name,
              "publicClient", true,
              "directAccessGrantsEnabled", true,
              "fullScopeAllowed", false,
              "attributes", Map.of("twostep.app-passwords", "on")));
    }
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
  void makesOne() {
    Person person = stage.required("zoe", Map.of(), number -> Credential.app());
    Visitor visitor = stage.visitor(Screen.DESKTOP);
    String me = "/realms/" + stage.realm().name() + "/twostep/me";
    visitor.page().navigate(stage.environment().url().resolve(me).toString());
    visitor.password(person).answer(Totp.ofSecret(Credential.appSecret()).code());
    visitor.leave(() -> visitor.page().click("#twostep-make-app-password"));

    new Tour(visitor).look("app-password");
    new Tour(visitor)
        .look(
            "app-password-error",
            () -> {
              visitor.page().fill("#name", "Old phone");
              visitor.press("create");
            });
    visitor.page().check("#application");
    visitor.press("create");
    // Not in other languages: it is shown once only.
    for (Screen screen : Screen.values()) {
      visitor.page().setViewportSize(screen.width(), screen.height());
      PageCheck.screenshot(visitor.page(), "app-password-made-en");
      PageCheck.assertAccessible(visitor.page());
    }
    assertThat(visitor.page().locator("#twostep-password").innerText()).hasSize(30);
    visitor.leave(() -> visitor.page().navigate(visitor.page().url()));
    new Tour(visitor).look("app-password-gone");
    visitor.press("done");
    assertThat(visitor.text()).contains("The app password has been made", "Old phone", "Calendar");
    new Tour(visitor).look("me-app-passwords");
  }
}
