package dev.twostep.it.devices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A browser that was trusted after a real second factor is spared the next ones, and no more. */
@WithKeycloak
class TrustedDeviceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static Trusting site;

  @BeforeAll
  static void setUp(TestEnvironment environment, RealmApi realm) {
    site = Trusting.in(environment, realm, "off");
  }

  @Test
  @AbuseCase({"F07", "F12"})
  @DisplayName("F07, F12: the cookie is safe and says nothing, and stands for no second factor")
  void sparesTheCodeAndProvesNothing(TestEnvironment environment, RealmApi realm) {
    String user = site.user("f07-user");
    LoginDriver browser = site.trusted("f07-user", "");
    String header = lastCookie(browser);
    assertThat(header)
        .matches("__Host-twostep-device-[0-9a-f]{16}=[0-9a-f.]{162};.*")
        .containsIgnoringCase("path=/")
        .containsIgnoringCase("secure")
        .containsIgnoringCase("httponly")
        .containsIgnoringCase("samesite=lax")
        .doesNotContainIgnoringCase("domain=")
        .doesNotContain("f07-user", user);

    LoginDriver later = site.reopened(browser);
    Page in = site.login(later, "f07-user");

    assertThat(Stage.of(in)).as(in.text()).isEqualTo(Stage.IN);
    JsonNode claims = claims(later, in);
    assertThat(claims.path("acr").asText()).isIn("0", "1");
    assertThat(claims.path("amr").toString()).doesNotContain("otp", "mfa");
    JsonNode event = realm.latestEvent(user, "LOGIN").path("details");
    assertThat(event.path("twostep_device").asText()).isEqualTo("trusted");
    assertThat(event.path("twostep_decision").asText()).isEqualTo("not-asked");
    Page change =
        later.open(realm.name(), TestEnvironment.CLIENT, Map.of("kc_action", "CONFIGURE_TOTP"));
    Page asked =
        Stage.of(change) == Stage.PASSWORD
            ? later.password(change, "f07-user", NewUser.PASSWORD)
            : change;
    assertThat(Stage.of(asked)).as("F12: no change of a factor").isEqualTo(Stage.ASKED);
  }

  @Test
  @AbuseCase("F04")
  @DisplayName("F04: another user in the same browser is asked, and told nothing")
  void anotherUserIsAsked() {
    site.user("f04-ann");
    site.user("f04-bob");
    LoginDriver browser = site.trusted("f04-ann", "");

    Page bob = site.login(site.reopened(browser), "f04-bob");

    assertThat(Stage.of(bob)).isEqualTo(Stage.ASKED);
    assertThat(bob.body()).doesNotContain("f04-ann");
    assertThat(site.next(browser, "f04-ann")).as("still good for ann").isEqualTo(Stage.IN);
  }

  @Test
  @AbuseCase("F05")
  @DisplayName("F05: what this server did not make is ignored, with a trace in the event")
  void forgedCookiesAreIgnored(RealmApi realm) {
    String user = site.user("f05");
    LoginDriver browser = site.trusted("f05", "");
    String good = site.cookie(browser);
    String name = site.cookieName(browser);
    String changed = good.substring(0, 161) + (good.endsWith("0") ? "1" : "0");
    for (String bad : new String[] {changed, "eyJhbGciOiJub25lIn0.e30.", "x", "a.b.c"}) {
      LoginDriver other = site.withCookie(name, bad);
      assertThat(Stage.of(site.login(other, "f05"))).as(bad).isEqualTo(Stage.ASKED);
    }
    LoginDriver other = site.withCookie(name, changed);
    Page asked = site.login(other, "f05");
    Page trust = site.app(other, asked, NewUser.appOf("f05").nextCode());
    site.act(other, trust, "later");
    assertThat(realm.latestEvent(user, "LOGIN").path("details").path("twostep_device").asText())
        .isEqualTo("foreign");
  }

  @Test
  @AbuseCase("F10")
  @DisplayName("F10: fewer days, or none, count for the trusts that there are")
  void policyIsObeyedAtOnce(TestEnvironment environment, RealmApi realm) {
    String user = site.user("f10");
    LoginDriver browser = site.trusted("f10", "");
    environment
        .database()
        .sql(
            "update twostep_device set trusted_at = trusted_at - ? where user_id = ?",
            Duration.ofDays(2).toMillis(),
            user);

    realm.policy("user", user, Map.of("requirement", "required", "trust", Map.of("days", 1)));
    assertThat(site.next(browser, "f10")).isEqualTo(Stage.ASKED);
    realm.policy("user", user, Map.of("requirement", "required", "trust", Map.of("days", 3)));
    Page in = site.login(site.reopened(browser), "f10");
    assertThat(Stage.of(in)).as(in.text()).isEqualTo(Stage.IN);
  }

  @Test
  @AbuseCase("F11")
  @DisplayName("F11: nothing posted before the factor was proven makes a device trusted")
  void trustComesAfterTheFactor(TestEnvironment environment, RealmApi realm) {
    String user = site.user("f11");
    LoginDriver browser = environment.newDriver();
    Page form = browser.open(realm.name(), TestEnvironment.CLIENT);
    Page asked =
        browser.submit(
            form,
            Map.of("username", "f11", "password", NewUser.PASSWORD, "twostepAction", "trust"));
    assertThat(Stage.of(asked)).isEqualTo(Stage.ASKED);
    Page early = site.act(browser, asked, "trust");
    assertThat(Stage.of(early)).isEqualTo(Stage.ASKED);

    Page trust =
        site.press(
            browser, early, Map.of("code", NewUser.appOf("f11").code(), "twostepAction", "trust"));

    assertThat(trust.has(Trusting.TRUST_PAGE)).as(trust.text()).isTrue();
    assertThat(site.rows(user)).isZero();
    assertThat(Stage.of(site.act(browser, trust, "quiet"))).isEqualTo(Stage.IN);
    assertThat(site.rows(user)).isZero();
  }

  @Test
  @AbuseCase("F11")
  @DisplayName("F11: a disabled account gets nowhere from the page that offers trust")
  void lockedInBetween(TestEnvironment environment, RealmApi realm) {
    String user = site.user("f11-locked");
    LoginDriver browser = environment.newDriver();
    Page trust = site.proven(browser, "f11-locked");
    realm.updateUser(user, Map.of("enabled", false));

    Page refused = site.trust(browser, trust, "");

    assertThat(refused.isCallback()).isFalse();
    assertThat(site.rows(user)).isZero();
  }

  @Test
  @AbuseCase({"F01", "F17"})
  @DisplayName("F01, F17: a copy from before the last use ends the trust, and the owner is told")
  void anOldCopyEndsTheTrust(TestEnvironment environment, RealmApi realm) {
    String user = site.user("f17");
    LoginDriver browser = site.trusted("f17", "");
    LoginDriver thief = site.reopened(browser);
    LoginDriver later = site.reopened(browser);
    assertThat(Stage.of(site.login(later, "f17"))).isEqualTo(Stage.IN);
    site.moveRotation(user, Duration.ofMinutes(10));
    LoginDriver tab = site.reopened(browser);
    assertThat(Stage.of(site.login(tab, "f17"))).as("a parallel tab").isEqualTo(Stage.IN);
    site.moveRotation(user, Duration.ofMinutes(-20));

    assertThat(Stage.of(site.login(thief, "f17"))).isEqualTo(Stage.ASKED);

    assertThat(site.rows(user)).isZero();
    assertThat(site.next(later, "f17")).as("the owner is asked, too").isEqualTo(Stage.ASKED);
    assertThat(environment.mail().awaitMail("f17@example.test", 2, PATIENCE).text())
        .contains("was copied", "no longer trusted");
    assertThat(realm.eventsOf(user).toString()).contains("twostep_device_stolen");
  }

  @Test
  @AbuseCase("F01")
  @DisplayName("F01: the owner hears of a use from another network")
  void anotherNetworkIsTold(TestEnvironment environment, RealmApi realm) {
    String user = site.user("f01");
    LoginDriver browser = site.trusted("f01", "");
    environment.database().sql("update twostep_device set network = 'x' where user_id = ?", user);

    assertThat(site.next(browser, "f01")).isEqualTo(Stage.IN);

    assertThat(environment.mail().awaitMail("f01@example.test", 2, PATIENCE).text())
        .contains("new network");
  }

  private static String lastCookie(LoginDriver browser) {
    return browser.exchanges().stream()
        .flatMap(one -> one.response().headers().allValues("Set-Cookie").stream())
        .filter(cookie -> cookie.startsWith("__Host-twostep-device-"))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private static JsonNode claims(LoginDriver browser, Page in) {
    String token =
        browser
            .tokens(site.realm().name(), TestEnvironment.CLIENT, in.code().orElseThrow())
            .path("id_token")
            .asText();
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return Json.read(new String(claims, StandardCharsets.UTF_8));
  }
}
