package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A user who must have a factor and has none: no road leads around setting one up. */
@WithKeycloak
class ForcedEnrolmentIT {

  @BeforeAll
  static void requireOfAll(RealmApi realm) {
    realm.setUpTwostep();
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
    realm.update(Map.of("registrationAllowed", true));
  }

  @Test
  @AbuseCase("D09")
  @DisplayName("D09: restarting the login leads back to the set-up")
  void restart(TestEnvironment environment, RealmApi realm) {
    realm.createUser(NewUser.named("restarts"));
    Visitor visitor = Visitor.to(environment, realm);
    Page enrol = visitor.login("restarts");
    Page restarted = visitor.browser().get(restartOf(enrol));

    assertThat(Stage.of(enrol)).isEqualTo(Stage.ENROL);
    assertThat(Stage.of(restarted)).isEqualTo(Stage.PASSWORD);
    assertThat(Stage.of(visitor.password(restarted, "restarts"))).isEqualTo(Stage.ENROL);
  }

  @Test
  @AbuseCase("D09")
  @DisplayName("D09: no way to cancel or put off the set-up, with a requested action or without")
  void cancel(TestEnvironment environment, RealmApi realm) {
    realm.createUser(NewUser.named("cancels"));
    for (String action :
        new String[] {"", "twostep-enrol-phone", "twostep-second-step-guard", "UPDATE_PASSWORD"}) {
      Visitor visitor = Visitor.to(environment, realm);
      Page enrol = visitor.password(visitor.open("app", requested(action)), "cancels");
      Page canceled =
          visitor.press(
              enrol, Map.of("cancel-aia", "true", "cancel", "true", "twostepAction", "postpone"));

      assertThat(Stage.of(enrol)).as(action).isEqualTo(Stage.ENROL);
      assertThat(canceled.isCallback()).as(action).isFalse();
      assertThat(visitor.open("app", Map.of("prompt", "none")).error())
          .as(action)
          .hasValue("login_required");
    }
  }

  @Test
  @AbuseCase("D09")
  @DisplayName("D09: the set-up of an app cannot be canceled, not even when it was requested")
  void cancelApp(TestEnvironment environment, RealmApi realm) {
    String id = realm.createUser(NewUser.named("app-only"));
    realm.policy("user", id, Map.of("requirement", "required", "factors", new String[] {"totp"}));
    for (String action : new String[] {"", "CONFIGURE_TOTP"}) {
      Visitor visitor = Visitor.to(environment, realm);
      Page enrol = visitor.password(visitor.open("app", requested(action)), "app-only");
      Page canceled =
          visitor.browser().submit(enrol, Map.of("cancel-aia", "true", "totp", "000000"));

      assertThat(Stage.of(enrol)).as(action).isEqualTo(Stage.ENROL);
      assertThat(canceled.isCallback()).as(action).isFalse();
    }
  }

  @Test
  @AbuseCase("D34")
  @DisplayName("D34: who registers sets a factor up before there is a session")
  void registers(TestEnvironment environment, RealmApi realm) {
    Visitor visitor = Visitor.to(environment, realm);
    Page form = visitor.open("app");
    Page registration =
        visitor.browser().get(form.document().selectFirst("a[href*=registration]").absUrl("href"));
    Page enrol = visitor.browser().submit(registration, newcomer());
    Page silent = visitor.open("app", Map.of("prompt", "none"));

    assertThat(Stage.of(enrol)).isEqualTo(Stage.ENROL);
    assertThat(silent.error()).hasValue("login_required");
    String number = "+4915100340034";
    Page code =
        visitor.press(enrol, Map.of("country", "DE", "number", number, "twostepAction", "send"));
    String text = environment.gateway().awaitSms(number, Duration.ofSeconds(20));
    Page in = visitor.code(code, SmsGatewayDouble.codeIn(text));
    assertThat(Stage.of(in)).isEqualTo(Stage.IN);
  }

  private static Map<String, String> requested(String action) {
    return action.isEmpty() ? Map.of() : Map.of("kc_action", action);
  }

  private static Map<String, String> newcomer() {
    return Map.of(
        "username", "newcomer",
        "email", "newcomer@example.test",
        "firstName", "New",
        "lastName", "Comer",
        "password", NewUser.PASSWORD,
        "password-confirm", NewUser.PASSWORD);
  }

  private static String restartOf(Page page) {
    Map<String, String> query =
        Map.of(
            "client_id", page.form().absUrl("action").replaceAll(".*[?&]client_id=([^&]*).*", "$1"),
            "tab_id", page.form().absUrl("action").replaceAll(".*[?&]tab_id=([^&]*).*", "$1"),
            "skip_logout", "true");
    String path = page.action().getPath().replaceAll("/login-actions/.*", "/login-actions/restart");
    return URI.create(page.form().absUrl("action")).resolve(path) + "?" + AdminApi.form(query);
  }
}
