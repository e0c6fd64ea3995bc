package dev.twostep.it.ways;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.login.Page;
import java.util.Map;

/** A user's own account by Keycloak's account REST, with whatever token they got. */
record OwnAccount(RealmApi realm, String token) {

  /** With the token of a finished login at the ordinary client. */
  static OwnAccount of(Visitor visitor, RealmApi realm, Page in) {
    JsonNode tokens =
        visitor.browser().tokens(realm.name(), TestEnvironment.CLIENT, in.code().orElseThrow());
    return new OwnAccount(realm, tokens.path("access_token").asText());
  }

  /** With the token of any grant. */
  static OwnAccount granted(Visitor visitor, RealmApi realm, Map<String, String> grant) {
    JsonNode tokens = visitor.browser().token(realm.name(), grant);
    return new OwnAccount(realm, tokens.path("access_token").asText());
  }

  Reply remove(String credential) {
    return send("DELETE", "credentials/" + credential, "");
  }

  Reply send(String method, String path, String body) {
    return realm
        .api()
        .withToken(token, method, "/realms/" + realm.name() + "/account/" + path, body);
  }
}
