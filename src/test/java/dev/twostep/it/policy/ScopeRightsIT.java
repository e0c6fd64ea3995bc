package dev.twostep.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who may read and write which layer: whoever Keycloak lets read and write the thing itself. */
@WithKeycloak
class ScopeRightsIT {

  private static final String LAYER = "{\"requirement\":\"optional\"}";

  private static final Map<String, String> SCOPES = new LinkedHashMap<>();

  @BeforeAll
  static void makeScopes(RealmApi realm) {
    SCOPES.put("realm", realm.name());
    SCOPES.put("organization", realm.createOrganization("organization"));
    SCOPES.put("group", realm.createGroup("group"));
    SCOPES.put("user", realm.createUser("somebody", "secret"));
    SCOPES.put("client", realm.clientNamed("app").get("id").asText());
  }

  @Test
  @DisplayName("roles of the realm decide, kind by kind")
  void matrix(TestEnvironment environment, RealmApi realm) {
    assertMay(environment, realm, List.of(), List.of(), List.of());
    assertMay(environment, realm, List.of("view-realm"), List.of("realm"), List.of());
    assertMay(
        environment,
        realm,
        List.of("manage-realm"),
        List.of("realm", "organization"),
        List.of("realm", "organization"));
    assertMay(environment, realm, List.of("view-users"), List.of("group", "user"), List.of());
    assertMay(
        environment,
        realm,
        List.of("manage-users"),
        List.of("group", "user"),
        List.of("group", "user"));
    assertMay(environment, realm, List.of("view-clients"), List.of("client"), List.of());
    assertMay(environment, realm, List.of("manage-clients"), List.of("client"), List.of("client"));
  }

  private static void assertMay(
      TestEnvironment environment,
      RealmApi realm,
      List<String> roles,
      List<String> readable,
      List<String> writable) {
    String token = token(environment, realm, roles);
    SCOPES.forEach(
        (kind, id) -> {
          String path = realm.name() + "/twostep/scopes/" + kind + "/" + id;
          String who = roles + " " + kind;
          boolean reads = call(realm, token, "GET", path).isGood();
          boolean writes = call(realm, token, "PUT", path).isGood();
          boolean deletes = call(realm, token, "DELETE", path).isGood();
          assertThat(writes).as("PUT " + who).isEqualTo(writable.contains(kind));
          assertThat(deletes).as("DELETE " + who).isEqualTo(writable.contains(kind));
          assertThat(reads)
              .as("GET " + who)
              .isEqualTo(readable.contains(kind) || writable.contains(kind));
        });
  }

  @Test
  @DisplayName("without a token 401, with too few roles 403, also for scopes that do not exist")
  void statuses(TestEnvironment environment, RealmApi realm) {
    String nobody = token(environment, realm, List.of());
    SCOPES.forEach(
        (kind, id) -> {
          for (String which : List.of(id, "nobody")) {
            String path = realm.name() + "/twostep/scopes/" + kind + "/" + which;
            assertThat(call(realm, "nonsense", "PUT", path).status()).isEqualTo(401);
            assertThat(call(realm, nobody, "PUT", path).status()).as(path).isEqualTo(403);
            assertThat(call(realm, nobody, "GET", path).status()).as(path).isEqualTo(403);
          }
        });
    RealmApi other = environment.newRealm("rights-other");
    String keeper = token(environment, other, List.of("realm-admin"));
    String foreign = realm.name() + "/twostep/scopes/realm/" + realm.name();
    assertThat(call(realm, keeper, "PUT", foreign).status()).isIn(401, 403);
    String inside = other.name() + "/twostep/scopes/group/" + SCOPES.get("group");
    assertThat(call(realm, keeper, "PUT", inside).status()).isEqualTo(404);
  }

  private static Reply call(RealmApi realm, String token, String method, String path) {
    return realm.api().withToken(token, method, path, method.equals("PUT") ? LAYER : "");
  }

  private static String token(TestEnvironment environment, RealmApi realm, List<String> roles) {
    String name = "admin" + realm.get("users/count").orFail().text();
    String user = realm.createUser(name, "secret");
    String client = realm.clientNamed("realm-management").get("id").asText();
    for (String role : roles) {
      JsonNode found = realm.get("clients/" + client + "/roles/" + role).orFail().json();
      realm.post("users/" + user + "/role-mappings/clients/" + client, List.of(found)).orFail();
    }
    Map<String, String> grant =
        Map.of(
            "grant_type", "password",
            "client_id", "app",
            "username", name,
            "password", "secret");
    return environment.newDriver().token(realm.name(), grant).path("access_token").asText();
  }
}
