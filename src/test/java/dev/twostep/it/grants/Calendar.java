package dev.twostep.it.grants;

import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.it.grants.Agent.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A calendar program of one realm, which knows user name and password only. */
record Calendar(TestEnvironment environment, RealmApi realm) {

  static final String CLIENT = "calendar";
  private static final String SECRET = "calendar-secret";

  /** Registers it there. */
  static String in(RealmApi realm) {
    return realm.createClient(
        Map.of(
            "clientId",
            CLIENT,
            "secret",
            SECRET,
            "directAccessGrantsEnabled",
            true,
            "fullScopeAllowed",
            false,
            "redirectUris",
            List.of("*"),
            "attributes",
            Map.of("twostep.app-passwords", "on")));
  }

  String id() {
    return realm.clientNamed(CLIENT).path("id").asText();
  }

  Map<String, String> secret() {
    return new HashMap<>(Map.of("client_secret", SECRET));
  }

  Agent agent() {
    return Agent.of(environment, realm.name(), CLIENT);
  }

  Answer password(String username, String password) {
    return agent().password(username, password, secret());
  }

  Answer refresh(Answer answer) {
    Map<String, String> fields = secret();
    fields.put("grant_type", "refresh_token");
    fields.put("refresh_token", answer.text("refresh_token"));
    return agent().token(fields);
  }

  Desk desk() {
    return new Desk(realm, environment.database());
  }

  /** A user who must use a second step; answers the id. */
  String required(String username) {
    String id = realm.createUser(NewUser.named(username).withApp());
    realm.policy("user", id, Map.of("requirement", "required"));
    return id;
  }
}
