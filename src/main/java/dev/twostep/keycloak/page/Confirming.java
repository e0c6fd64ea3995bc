package dev.twostep.keycloak.page;

import dev.twostep.keycloak.credential.OwnProof;
import dev.twostep.keycloak.credential.SessionProof;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Changes that need a factor of the visitor's own, proven in the last minutes. */
record Confirming(Visit visit, String path) {

  private static final Map<String, String> ACTION = Map.of("kc_action", "twostep-confirm");

  boolean isFresh() {
    return OwnProof.isFresh(
        SessionProof.in(visit.login()), Twostep.of(visit.session()).clock().instant());
  }

  /** The login pages ask for it, and lead back to the page. */
  String link() {
    return LoginRedirect.address(visit.session(), visit.realm(), path, ACTION).toString();
  }

  Response redirect() {
    return LoginRedirect.to(visit.session(), visit.realm(), path, ACTION);
  }
}
