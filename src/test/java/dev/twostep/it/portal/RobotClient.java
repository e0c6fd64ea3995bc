package dev.twostep.it.portal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.server.KeycloakServer;
import dev.twostep.it.grants.Agent;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A robot: a client with a service account, and what it sends. */
record RobotClient(URI server, RealmApi realm, String clientId, String id) {

  static final String ROLE = "twostep-robot";
  static final String SECRET = "robots-secret";

  /** Without role and rules. */
  static RobotClient stranger(TestEnvironment environment, RealmApi realm, String clientId) {
    return made(environment.url(), realm, clientId, Map.of());
  }

  static RobotClient made(URI server, RealmApi realm, String clientId, Map<String, ?> more) {
    Map<String, Object> client = new HashMap<>(more);
    client.put("clientId", clientId);
    client.put("secret", SECRET);
    client.put("serviceAccountsEnabled", true);
    client.put("standardFlowEnabled", false);
    String id = realm.createClient(client);
    return new RobotClient(server, realm, clientId, id);
  }

  /** With the role, and leave to ask for everything. */
  static RobotClient of(TestEnvironment environment, RealmApi realm, String clientId) {
    return of(environment.url(), realm, clientId);
  }

  static RobotClient of(URI server, RealmApi realm, String clientId) {
    RobotClient robot = made(server, realm, clientId, Map.of());
    robot.giveRole();
    return robot.allow(Map.of("portals", List.of("*"), "owners", List.of("*")));
  }

  /** The same, who asks another node. */
  RobotClient at(URI node) {
    RealmApi there =
        AdminApi.of(node, KeycloakServer.ADMIN, KeycloakServer.ADMIN_PASSWORD).realm(realm.name());
    return new RobotClient(node, there, clientId, id);
  }

  RobotClient allow(Map<String, ?> rules) {
    realm.put("twostep/portals/robots/" + id, rules).orFail();
    return this;
  }

  String account() {
    return realm.get("clients/" + id + "/service-account-user").orFail().json().get("id").asText();
  }

  RobotClient giveRole() {
    realm.post(roles(), role()).orFail();
    return this;
  }

  void takeRole() {
    realm.api().withToken(realm.api().token(), "DELETE", realm.name() + "/" + roles(), role());
  }

  private String roles() {
    return "users/" + account() + "/role-mappings/realm";
  }

  private String role() {
    JsonNode role = realm.get("roles/" + ROLE).orFail().json();
    return Json.write(List.of(role));
  }

  String token() {
    Agent.Answer answer =
        new Agent(LoginDriver.at(server), server, realm.name(), clientId)
            .token(Map.of("grant_type", "client_credentials", "client_secret", SECRET));
    return answer.text("access_token");
  }

  String path(String rest) {
    return "/realms/" + realm.name() + "/twostep/portals" + rest;
  }

  Reply get(String rest) {
    return realm.api().withToken(token(), "GET", path(rest), "");
  }

  Reply lease(String portal, String job) {
    return lease(token(), portal, job);
  }

  Reply lease(String token, String portal, String job) {
    return realm
        .api()
        .withToken(token, "POST", path("/" + portal + "/lease"), Json.write(Map.of("job", job)));
  }

  Reply report(String portal, String job, Map<String, ?> said) {
    return realm
        .api()
        .withToken(
            token(), "POST", path("/" + portal + "/lease/" + job + "/report"), Json.write(said));
  }
}
