package dev.twostep.it.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A trusted browser lets nothing in but itself. */
@WithKeycloak
class GrantsIgnoreDevicesIT {

  private static Trusting site;

  @BeforeAll
  static void setUp(TestEnvironment environment, RealmApi realm) {
    site = Trusting.in(environment, realm, "off");
  }

  @Test
  @AbuseCase("F22")
  @DisplayName("F22: neither the token endpoint nor another device is helped by the cookie")
  void grantsIgnoreIt(RealmApi realm) {
    site.user("f22");
    LoginDriver browser = site.trusted("f22", "");
    LoginDriver later = site.reopened(browser);
    Map<String, String> grant =
        Map.of(
            "grant_type",
            "password",
            "client_id",
            TestEnvironment.CLIENT,
            "username",
            "f22",
            "password",
            NewUser.PASSWORD);
    assertThat(later.token(realm.name(), grant).has("access_token")).isFalse();

    realm.createClient(
        Map.of(
            "clientId",
            "agent",
            "publicClient",
            true,
            "redirectUris",
            List.of("*"),
            "attributes",
            Map.of("oauth2.device.authorization.grant.enabled", "true")));
    Page started =
        later.post(
            URI.create(
                later.get("/realms/" + realm.name()).uri()
                    + "/protocol/openid-connect/auth/device"),
            Map.of("client_id", "agent"));
    String address = Json.read(started.body()).path("verification_uri_complete").asText();
    Page asked = later.password(later.get(address), "f22", NewUser.PASSWORD);
    assertThat(Stage.of(asked)).as(asked.text()).isEqualTo(Stage.ASKED);
    Page past = site.app(later, asked, NewUser.appOf("f22").nextCode());
    assertThat(past.has(Trusting.TRUST_PAGE)).as("not offered there").isFalse();
  }
}
