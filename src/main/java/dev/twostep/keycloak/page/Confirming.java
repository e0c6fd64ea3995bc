package dev.twostep.keycloak.page;

import dev.twostep.keycloak.credential.OwnProof;
import dev.twostep.keycloak.credential.SessionProof;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.SecretGenerator;

/** Changes that need a factor of the visitor's own, proven in the last minutes. */
record Confirming(Visit visit, String path) {

  static final String ACTION = "twostep-confirm";

  /** Begins the state of such a login: Keycloak does not name an action that shows no page. */
  private static final String STATE = "confirm.";

  /** Whether a login that comes back with that state was asked for by one of these. */
  static boolean isAnsweredBy(@Nullable String state) {
    return state != null && state.startsWith(STATE);
  }

  boolean isFresh() {
    return OwnProof.isFresh(
        SessionProof.in(visit.login()), Twostep.of(visit.session()).clock().instant());
  }

  /** The login pages ask for it, and lead back to the page. */
  String link() {
    return LoginRedirect.address(visit.session(), visit.realm(), path, asked()).toString();
  }

  private static Map<String, String> asked() {
    return Map.of(
        "kc_action", ACTION, "state", STATE + SecretGenerator.getInstance().randomString());
  }

  Response redirect() {
    return LoginRedirect.to(visit.session(), visit.realm(), path, asked());
  }
}
