package dev.twostep.it.office;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import java.util.List;
import java.util.Map;

/** Administrators of one realm who may do only some things. */
final class Roles {

  private Roles() {}

  /** An access token of a new user with these roles of realm-management; nothing asks them. */
  static String token(
      TestEnvironment environment, RealmApi realm, String name, List<String> roles) {
    String user = realm.createUser(name, NewUser.PASSWORD);
    realm.policy("user", user, Map.of("requirement", "off"));
    String client = realm.clientNamed("realm-management").get("id").asText();
    for (String role : roles) {
      JsonNode found = realm.get("clients/" + client + "/roles/" + role).orFail().json();
      realm.post("users/" + user + "/role-mappings/clients/" + client, List.of(found)).orFail();
    }
    return environment
        .newDriver()
        .token(
            realm.name(),
            Map.of(
                "grant_type",
                "password",
                "client_id",
                TestEnvironment.CLIENT,
                "username",
                name,
                "password",
                NewUser.PASSWORD))
        .path("access_token")
        .asText();
  }
}
