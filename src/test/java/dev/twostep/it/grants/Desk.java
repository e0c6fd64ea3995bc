package dev.twostep.it.grants;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.server.EmbeddedDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes app passwords as Twostep stores them, without the pages that make them. */
public record Desk(RealmApi realm, EmbeddedDatabase database) {

  /** The same characters for everybody: it is the seal that tells users apart. */
  public static final String TYPED = "23456-789AB-CDEFG-HJKMN-PQRSTU";

  private static final String PLAIN = "23456789ABCDEFGHJKMNPQRSTU";

  /** Makes one for that user and those clients; answers its id. */
  public String make(String user, String... clients) {
    String id = UUID.randomUUID().toString();
    String open = Json.write(Map.of("clients", List.of(clients), "password", stamp(user)));
    database.sql(
        "insert into credential (id, type, user_id, created_date, user_label, secret_data,"
            + " credential_data, priority, version)"
            + " values (?, 'twostep-app-password', ?, ?, ?, ?, ?, 90, 0)",
        id,
        user,
        System.currentTimeMillis(),
        "Phone",
        Json.write(Map.of("seal", seal(id, user, PLAIN))),
        open);
    // Keycloak has the user in its cache.
    realm.updateUser(user, Map.of("lastName", "Reread"));
    return id;
  }

  /** One that was taken back and is still known. */
  void makeRevoked(String user, String password) {
    String id = UUID.randomUUID().toString();
    long now = System.currentTimeMillis();
    database.sql(
        "insert into twostep_app_password (id, realm_id, user_id, seal, name, created_at,"
            + " revoked_at) values (?, ?, ?, ?, 'Old phone', ?, ?)",
        id,
        realm.representation().path("id").asText(),
        user,
        seal(id, user, password),
        now - 1000,
        now);
  }

  public void revoke(String user, String id) {
    realm.delete("users/" + user + "/credentials/" + id).orFail();
  }

  private String stamp(String user) {
    for (JsonNode credential : realm.credentials(user)) {
      if (credential.path("type").asText().equals("password")) {
        return credential.path("id").asText() + "@" + credential.path("createdDate").asLong();
      }
    }
    return "none";
  }

  private static String seal(String id, String user, String password) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 7);
    return ServerKey.of(key).appSealOf(id, user, password);
  }
}
