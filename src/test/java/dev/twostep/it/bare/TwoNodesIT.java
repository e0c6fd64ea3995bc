package dev.twostep.it.bare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.server.EmbeddedDatabase;
import dev.twostep.fixture.server.KeycloakServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every two-node test stands on: a login may lose its node and go on, on the other one. */
class TwoNodesIT {

  @Test
  void loginSurvivesTheDeathOfItsNode() {
    try (EmbeddedDatabase database = EmbeddedDatabase.start();
        KeycloakServer first = KeycloakServer.production("node1", database).start();
        KeycloakServer second = first.node(2)) {
      RealmApi realm = realm(first);
      LoginDriver browser = LoginDriver.at(first.front());
      LoginDriver elsewhere = browser.through(second.url());
      Map<String, String> answer = Map.of("username", "alice", "password", "secret");

      Page finished = elsewhere.submit(browser.open(realm.name(), "app"), answer);
      assertThat(finished.code()).isPresent();

      LoginDriver other = LoginDriver.at(first.front());
      Page form = other.open(realm.name(), "app");
      first.kill9();
      Page rescued = other.through(second.url()).submit(form, answer);
      assertThat(rescued.code()).isPresent();
      assertThat(
              other
                  .through(second.url())
                  .tokens(realm.name(), "app", rescued.code().orElseThrow())
                  .path("access_token")
                  .asText())
          .isNotEmpty();

      first.start();
      assertThat(LoginDriver.at(first.front()).login(realm.name(), "app", "alice", "secret").code())
          .isPresent();
    }
  }

  private static RealmApi realm(KeycloakServer server) {
    RealmApi realm =
        AdminApi.of(server.url(), KeycloakServer.ADMIN, KeycloakServer.ADMIN_PASSWORD)
            .createRealm(Map.of("realm", "nodes", "enabled", true));
    realm.createClient("app");
    realm.createUser("alice", "secret");
    return realm;
  }
}
