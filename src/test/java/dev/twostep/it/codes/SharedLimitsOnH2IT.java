package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.server.KeycloakServer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The shared counts in Keycloak's embedded database, whose SQL is not PostgreSQL's. */
class SharedLimitsOnH2IT {

  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "twostep.requirement", "required",
          "twostep.factors", "sms",
          "twostep.sms.gateway", "pretend",
          "twostep.sms.prices", "sms * 0.25",
          "twostep.limit.per-prefix", "2");

  @Test
  @DisplayName("counts, blocks, money, alerts and wrong answers are kept in H2 as well")
  void keepsCounts() {
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    try (KeycloakServer server =
        KeycloakServer.development("limits-h2")
            .option("--spi-twostep--default--pretend=true")
            .option("--spi-twostep--default--server-key=" + key)
            .start()) {
      RealmApi realm = realm(server);
      for (int n = 0; n < 3; n++) {
        login(server, realm, "user-" + n, "+491520161000" + n).answer("no code");
      }

      assertThat(realm.get("twostep/blocks").orFail().json().get(0).path("reason").asText())
          .isEqualTo("prefix");
      assertThat(realm.get("twostep/spending").orFail().json().path("today").asText())
          .isEqualTo("0.50");
      assertThat(realm.get("twostep/alerts").orFail().json().get(0).path("code").asText())
          .isEqualTo("prefix-blocked");
    }
  }

  private static RealmApi realm(KeycloakServer server) {
    AdminApi admin = AdminApi.of(server.url(), KeycloakServer.ADMIN, KeycloakServer.ADMIN_PASSWORD);
    RealmApi realm =
        admin.createRealm(Map.of("realm", "h2", "enabled", true, "attributes", ATTRIBUTES));
    realm.createClient(TestEnvironment.CLIENT);
    realm.setUpTwostep();
    return realm.attributes(ATTRIBUTES);
  }

  private static Login login(KeycloakServer server, RealmApi realm, String name, String number) {
    Map<String, Object> user =
        Map.of(
            "username",
            name,
            "enabled",
            true,
            "email",
            name + "@example.test",
            "emailVerified",
            true,
            "firstName",
            name,
            "lastName",
            "Example",
            "credentials",
            List.of(Credentials.password(), Credentials.phone(number)));
    Person person = new Person(realm.createUser(user), name, number);
    return Login.of(LoginDriver.at(server.url()), realm.name(), person);
  }
}
