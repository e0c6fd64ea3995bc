package dev.twostep.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.it.grants.Agent;
import dev.twostep.it.portal.PortalRows.Portal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What administrators may say of robots. */
@WithKeycloak
class RobotRulesIT {

  private static RealmApi realm;

  @BeforeAll
  static void realm(RealmApi own) {
    realm = own;
    realm.setUpTwostep();
  }

  @Test
  @DisplayName("Rules are kept as they were sent, shown, changed and taken away, each on record")
  void rules(TestEnvironment environment) {
    String group = realm.createGroup("customers");
    String organization = realm.createOrganization("acme");
    RobotClient robot = RobotClient.stranger(environment, realm, "collector");
    String path = "twostep/portals/robots/" + robot.id();
    Map<String, ?> sent =
        Map.of(
            "portals", List.of("github", "other"),
            "owners", List.of(Map.of("group", "/customers"), Map.of("organization", "acme"), "*"),
            "hours", Map.of("from", "20:00", "to", "06:00", "zone", "Europe/Berlin"),
            "addresses", List.of("192.0.2.0/24"));

    JsonNode rules = realm.put(path, sent).orFail().json().get("rules");

    assertThat(rules.at("/owners/0/group").asText()).isEqualTo(group);
    assertThat(rules.at("/owners/1/organization").asText()).isEqualTo(organization);
    assertThat(rules.get("perMinute").asInt()).isEqualTo(600);
    assertThat(rules.at("/hours/days")).hasSize(7);
    assertThat(realm.get(path).orFail().json().get("clientId").asText()).isEqualTo("collector");
    assertThat(realm.put(path, rules).orFail().json().get("rules")).isEqualTo(rules);
    assertThat(realm.get("twostep/portals/robots").orFail().json()).hasSize(1);
    assertThat(realm.delete(path).status()).isEqualTo(204);
    assertThat(realm.get(path).status()).isEqualTo(404);
    assertThat(realm.delete(path).status()).isEqualTo(404);
    assertThat(realm.adminEvents().toString())
        .contains("TWOSTEP_PORTAL_ROBOT", "CREATE", "UPDATE", "DELETE");
  }

  @Test
  @DisplayName("All that is wrong is said at once, and nothing is changed")
  void badInput(TestEnvironment environment) {
    RobotClient robot = RobotClient.stranger(environment, realm, "bad-input");
    String path = "twostep/portals/robots/" + robot.id();

    Reply many =
        realm.put(
            path,
            Map.of(
                "portals", List.of("no-such-portal"),
                "owners", List.of(Map.of("group", "/nobody")),
                "hours", Map.of("from", "25:00"),
                "addresses", List.of("example.org"),
                "perMinute", 0,
                "secret", true));
    assertThat(many.status()).isEqualTo(400);
    assertThat(many.text())
        .contains("\"portals\"", "\"owners\"", "\"hours\"", "\"addresses\"", "\"perMinute\"")
        .contains("\"secret\"", "hint");
    assertThat(realm.put(path, "[]").status()).isEqualTo(400);
    String app = realm.clientNamed("app").get("id").asText();
    assertThat(realm.put("twostep/portals/robots/" + app, rulesOfAll()).text())
        .contains("Service accounts roles");
    assertThat(realm.put("twostep/portals/robots/none", rulesOfAll()).status()).isEqualTo(404);
    assertThat(realm.get(path).status()).isEqualTo(404);
  }

  @Test
  @DisplayName(
      "Members of an organization are its robots' to serve, for as long as they are members")
  void organization(TestEnvironment environment) {
    String lab = realm.createOrganization("lab");
    String ada = realm.createUser("ada", "secret");
    realm.joinOrganization(ada, lab);
    PortalRows rows = new PortalRows(realm, environment.database());
    Portal portal = rows.active(ada);
    rows.turnOn(portal);
    RobotClient robot =
        RobotClient.stranger(environment, realm, "lab-robot")
            .giveRole()
            .allow(
                Map.of(
                    "portals",
                    List.of("github"),
                    "owners",
                    List.of(Map.of("organization", "lab"))));

    assertThat(robot.lease(portal.id(), "member").status()).isEqualTo(200);
    realm.delete("organizations/" + lab + "/members/" + ada);
    assertThat(robot.lease(portal.id(), "left").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("A client that is removed takes its rules along")
  void clientGone(TestEnvironment environment) {
    RobotClient robot = RobotClient.of(environment, realm, "gone");
    realm.delete("clients/" + robot.id()).orFail();

    assertThat(
            environment
                .database()
                .sql("select 1 from twostep_portal_robot where client_id = ?", robot.id()))
        .isEmpty();
  }

  @Test
  @DisplayName("view-realm reads, manage-realm writes, nobody else does either")
  void rights(TestEnvironment environment) {
    RobotClient robot = RobotClient.of(environment, realm, "rights");

    assertThat(statuses(environment, robot, "view-users")).containsExactly(403, 403, 403);
    assertThat(statuses(environment, robot, "view-realm")).containsExactly(200, 403, 403);
    assertThat(statuses(environment, robot, "manage-realm")).containsExactly(200, 400, 204);
  }

  /** Of the list, a change and a removal. */
  private static List<Integer> statuses(
      TestEnvironment environment, RobotClient robot, String role) {
    String user = realm.createUser("admin-" + role, "secret");
    String management = realm.clientNamed("realm-management").get("id").asText();
    JsonNode found = realm.get("clients/" + management + "/roles/" + role).orFail().json();
    realm.post("users/" + user + "/role-mappings/clients/" + management, List.of(found)).orFail();
    String token =
        new Agent(environment.newDriver(), environment.url(), realm.name(), "app")
            .password("admin-" + role, "secret", Map.of())
            .text("access_token");
    String list = realm.name() + "/twostep/portals/robots";
    return List.of(
        realm.api().withToken(token, "GET", list, "").status(),
        realm.api().withToken(token, "PUT", list + "/" + robot.id(), "{}").status(),
        realm.api().withToken(token, "DELETE", list + "/" + robot.id(), "").status());
  }

  private static Map<String, ?> rulesOfAll() {
    return Map.of("portals", List.of("*"), "owners", List.of("*"));
  }
}
