package dev.twostep.it.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Setup for the wrong people, at the wrong moment, or where something is in the way. */
@WithKeycloak
class SetupTroubleIT {

  @Test
  @DisplayName("without a token 401; a user's or a mere onlooker's token may not write")
  void authorises(TestEnvironment environment) {
    RealmApi realm = environment.newRealm("setup-auth");
    String nobody = token(environment, realm, realm.createUser("nobody", "secret"), "nobody", "");
    String looker =
        token(environment, realm, realm.createUser("looker", "secret"), "looker", "view-realm");
    String keeper =
        token(environment, realm, realm.createUser("keeper", "secret"), "keeper", "manage-realm");

    assertThat(statuses(realm, "nonsense")).containsExactly(401, 401, 401);
    assertThat(statuses(realm, nobody)).containsExactly(403, 403, 403);
    assertThat(statuses(realm, looker)).containsExactly(200, 403, 403);
    assertThat(statuses(realm, keeper)).containsExactly(200, 200, 200);
    RealmApi other = environment.newRealm("setup-auth-other");
    assertThat(call(other, keeper, "POST").status()).isIn(401, 403);
  }

  private static List<Integer> statuses(RealmApi realm, String token) {
    return List.of(
        call(realm, token, "GET").status(),
        call(realm, token, "POST").status(),
        call(realm, token, "DELETE").status());
  }

  private static Reply call(RealmApi realm, String token, String method) {
    String path = realm.name() + "/twostep/setup";
    return realm.api().withToken(token, method, path, method.equals("POST") ? "{}" : "");
  }

  private static String token(
      TestEnvironment environment, RealmApi realm, String user, String username, String role) {
    if (!role.isEmpty()) {
      String client = realm.clientNamed("realm-management").get("id").asText();
      JsonNode found = realm.get("clients/" + client + "/roles/" + role).orFail().json();
      realm.post("users/" + user + "/role-mappings/clients/" + client, List.of(found)).orFail();
    }
    Map<String, String> grant =
        Map.of(
            "grant_type", "password",
            "client_id", "app",
            "username", username,
            "password", "secret");
    return environment.newDriver().token(realm.name(), grant).path("access_token").asText();
  }

  @Test
  @DisplayName("warnings name what is missing around the realm, and what to do")
  void warns(TestEnvironment environment) {
    RealmApi realm =
        environment
            .admin()
            .createRealm(
                Map.of("realm", "setup-warnings-" + environment.url().getPort(), "enabled", true));
    String longHost = "http://a-host-name-that-is-longer-than-forty-characters.example.test";
    realm.attribute("frontendUrl", longHost);
    realm
        .post(
            "identity-provider/instances",
            Map.of(
                "alias", "partner",
                "providerId", "oidc",
                "config",
                    Map.of(
                        "clientId", "x",
                        "clientSecret", "x",
                        "authorizationUrl", "https://idp.example.test/a",
                        "tokenUrl", "https://idp.example.test/t")))
        .orFail();
    try {
      assertThat(realm.setUpTwostep().get("warnings").toString())
          .contains("has more than 40 characters")
          .contains("No SMS gateway is configured")
          .contains("No mail server is configured")
          .contains("Brute force detection is off")
          .contains("Internationalization is off")
          .contains("Organizations are off")
          .contains("identity providers end with the second step")
          .contains("Administrators log in through realm");
    } finally {
      realm.delete("").orFail();
    }
  }

  @Test
  @DisplayName("409 with a hint, and nothing changed, where a change would break something")
  void refuses(TestEnvironment environment) {
    RealmApi realm = environment.newRealm("setup-refused");
    realm.setUpTwostep();
    ObjectNode client = (ObjectNode) realm.clientNamed("app");
    String ours = flowId(realm, realm.representation().get("browserFlow").asText());
    client.putObject("authenticationFlowBindingOverrides").put("browser", ours);
    realm.put("clients/" + client.get("id").asText(), client).orFail();
    Map<String, JsonNode> before = Result.portrait(realm);
    Reply used = realm.delete("twostep/setup");
    assertThat(used.status()).isEqualTo(409);
    assertThat(used.text()).contains("still used by client app").contains("hint");

    client.putObject("authenticationFlowBindingOverrides").put("browser", "");
    realm.put("clients/" + client.get("id").asText(), client).orFail();
    realm.attribute("twostep.setup.actions", "{not json");
    Reply unreadable = realm.delete("twostep/setup");
    assertThat(unreadable.status()).isEqualTo(409);
    assertThat(unreadable.text()).contains("twostep.setup.actions");
    assertThat(Result.portrait(realm).get("flows")).isEqualTo(before.get("flows"));
    assertThat(Result.portrait(realm).get("profile")).isEqualTo(before.get("profile"));
  }

  private static String flowId(RealmApi realm, String alias) {
    for (JsonNode flow : realm.get("authentication/flows").orFail().json()) {
      if (flow.get("alias").asText().equals(alias)) {
        return flow.get("id").asText();
      }
    }
    throw new AssertionError(alias);
  }

  @Test
  @DisplayName("several calls at the same moment leave a sound realm")
  void together(TestEnvironment environment) {
    for (int round = 0; round < 3; round++) {
      RealmApi realm = environment.newRealm("setup-together");
      List<CompletableFuture<Reply>> calls =
          IntStream.range(0, 4)
              .mapToObj(
                  i -> CompletableFuture.supplyAsync(() -> realm.post("twostep/setup", Map.of())))
              .toList();
      List<Integer> answers = calls.stream().map(call -> call.join().status()).toList();

      assertThat(answers).as("round " + round).contains(200).doesNotContain(500);
      assertThat(realm.get("twostep/setup").orFail().json().get("state").asText())
          .isEqualTo("set-up");
      assertThat(realm.setUpTwostep().get("changed")).isEmpty();
      assertThat(realm.representation().get("browserFlow").asText()).isEqualTo("twostep browser");
      assertThat(realm.get("authentication/flows").orFail().json().findValuesAsText("alias"))
          .filteredOn(alias -> alias.startsWith("twostep browser"))
          .hasSize(1);
      Result.assertAsks(environment, realm);
    }
  }
}
