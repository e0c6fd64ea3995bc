package dev.twostep.it.devices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever ends a trust ends it at once, whoever did it and by whatever road. */
@WithKeycloak
class EndOfTrustIT {

  private static Trusting site;

  @BeforeAll
  static void setUp(TestEnvironment environment, RealmApi realm) {
    site = Trusting.in(environment, realm, "off");
  }

  @Test
  @AbuseCase("F09")
  @DisplayName("F09: a new password ends the trust and takes it off the list")
  void newPassword(RealmApi realm) {
    String user = site.user("f09-password");
    LoginDriver browser = site.trusted("f09-password", "");
    assertThat(types(realm, user)).contains("twostep-device");

    realm
        .put(
            "users/" + user + "/reset-password",
            Map.of("type", "password", "value", "secret", "temporary", false))
        .orFail();

    assertThat(types(realm, user)).doesNotContain("twostep-device");
    assertThat(site.next(browser, "f09-password")).isEqualTo(Stage.ASKED);
  }

  @Test
  @AbuseCase("F09")
  @DisplayName("F09: an administrator sees devices and ends one, or all; so does a reset")
  void administrators(RealmApi realm) {
    String user = site.user("f09-admin");
    LoginDriver browser = site.trusted("f09-admin", "");
    JsonNode devices = realm.get("twostep/users/" + user + "/devices").orFail().json();
    assertThat(devices).hasSize(1);
    assertThat(devices.get(0).path("name").asText()).isNotBlank();
    String id = devices.get(0).path("id").asText();

    assertThat(realm.delete("twostep/users/" + user + "/devices/unknown").status()).isEqualTo(404);
    realm.delete("twostep/users/" + user + "/devices/" + id).orFail();

    assertThat(site.next(browser, "f09-admin")).isEqualTo(Stage.ASKED);
    assertThat(types(realm, user)).doesNotContain("twostep-device");
    assertThat(realm.adminEvents().toString()).contains("TWOSTEP_DEVICE");
    assertThat(
            realm
                .delete("twostep/users/" + user + "/devices")
                .orFail()
                .json()
                .path("removed")
                .asInt())
        .isZero();
  }

  @Test
  @AbuseCase("F09")
  @DisplayName("F09: taking the credential away, as any console does, ends the trust")
  void credentialRemoved(RealmApi realm) {
    String user = site.user("f09-console");
    LoginDriver browser = site.trusted("f09-console", "");
    String id = "";
    for (JsonNode one : realm.credentials(user)) {
      if (one.path("type").asText().equals("twostep-device")) {
        id = one.path("id").asText();
        assertThat(one.path("credentialData").asText()).doesNotContain(site.cookie(browser));
      }
    }

    realm.delete("users/" + user + "/credentials/" + id).orFail();

    assertThat(site.next(browser, "f09-console")).isEqualTo(Stage.ASKED);
  }

  @Test
  @AbuseCase({"F09", "F16"})
  @DisplayName("F09, F16: the user sees every device, and forgets all of them")
  void ownPage(RealmApi realm) {
    site.user("f16");
    LoginDriver browser = site.trusted("f16", "");
    Page me = browser.get("/realms/" + realm.name() + "/twostep/me");
    assertThat(me.document().select("[data-device]")).as(me.text()).hasSize(1);
    assertThat(me.document().select("[data-device]").text()).contains("This device");

    Map<String, String> forget =
        Map.of(
            "token",
            me.document().select("input[name=token]").attr("value"),
            "do",
            "forget-devices");
    Page after = browser.post(URI.create(me.document().location()).resolve("me"), forget);

    assertThat(after.document().select("[data-device]")).isEmpty();
    assertThat(after.text()).contains("No device is trusted any more.");
    assertThat(site.next(browser, "f16")).isEqualTo(Stage.ASKED);
  }

  @Test
  @AbuseCase("F24")
  @DisplayName("F24: after a restored backup no trust from before it counts")
  void restored(RealmApi realm) {
    site.user("f24");
    LoginDriver browser = site.trusted("f24", "");
    LoginDriver later = site.reopened(browser);
    assertThat(Stage.of(site.login(later, "f24"))).isEqualTo(Stage.IN);

    JsonNode answer = realm.post("twostep/restored", Map.of()).orFail().json();

    assertThat(answer.path("epoch").asText()).isNotBlank();
    assertThat(site.next(later, "f24")).isEqualTo(Stage.ASKED);
    assertThat(realm.adminEvents().toString()).contains("TWOSTEP_RESTORED");
  }

  private static String types(RealmApi realm, String user) {
    return realm.credentials(user).findValuesAsText("type").toString();
  }
}
