package dev.twostep.it.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Somebody who makes app passwords. */
record AppPasswordDesk(TestEnvironment environment, RealmApi realm, String user) {

  /** An application as the manual has it made, with the secret that the manual shows. */
  static void application(RealmApi realm, String clientId) {
    realm.createClient(
        Map.of(
            "clientId", clientId,
            "secret", "secret-of-" + clientId,
            "standardFlowEnabled", false,
            "directAccessGrantsEnabled", true,
            "fullScopeAllowed", false,
            "attributes",
                Map.of("twostep.app-passwords", "on", "use.refresh.tokens", "false")));
  }

  String make(String clientId) {
    String plain =
        UUID.randomUUID().toString().replaceAll("[^2-9a-f]", "7").toUpperCase(Locale.ROOT).substring(0, 26);
    String id = UUID.randomUUID().toString();
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 7);
    String client = realm.clientNamed(clientId).path("id").asText();
    environment
        .database()
        .sql(
            "insert into credential (id, type, user_id, created_date, user_label, secret_data,"
                + " credential_data, priority, version)"
                + " values (?, 'twostep-app-password', ?, ?, ?, ?, ?, 90, 0)",
            id,
            user,
            System.currentTimeMillis(),
            clientId,
            Json.write(Map.of("seal", ServerKey.of(key).appSealOf(id, user, plain))),
            Json.write(Map.of("clients", List.of(client), "password", stamp())));
    realm.updateUser(user, Map.of("lastName", "Reread" + clientId));
    return String.join(
        "-",
        plain.substring(0, 5),
        plain.substring(5, 10),
        plain.substring(10, 15),
        plain.substring(15, 20),
        plain.substring(20));
  }

  void revokeAll() {
    for (JsonNode credential : realm.credentials(user)) {
      if (credential.path("type").asText().equals("twostep-app-password")) {
        realm.delete("users/" + user + "/credentials/" + credential.path("id").asText()).orFail();
      }
    }
  }

  private String stamp() {
    for (JsonNode credential : realm.credentials(user)) {
      if (credential.path("type").asText().equals("password")) {
        return credential.path("id").asText() + "@" + credential.path("createdDate").asLong();
      }
    }
    return "none";
  }
}
