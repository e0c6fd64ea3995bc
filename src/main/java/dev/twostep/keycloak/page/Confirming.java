package dev.twostep.keycloak.page;

import dev.twostep.domain.policy.Proof;
import dev.twostep.keycloak.credential.OwnProof;
import dev.twostep.keycloak.credential.SessionProof;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.SecretGenerator;

/** Changes that need a factor of the visitor's own, proven in the last minutes. */
record Confirming(Visit visit, String path, Map<String, String> query) {

  Confirming(Visit visit, String path) {
    this(visit, path, Map.of());
  }

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

  /** Whole minutes for which it stays so. */
  long minutesLeft() {
    Instant now = Twostep.of(visit.session()).clock().instant();
    return SessionProof.in(visit.login())
        .map(proof -> Duration.between(now, proof.at().plus(Proof.FRESH)).toMinutes())
        .map(left -> Math.max(0, left))
        .orElse(0L);
  }

  /** The login pages ask for it, and lead back to the page. */
  String link() {
    return LoginRedirect.address(visit.session(), visit.realm(), path, asked()).toString();
  }

  private Map<String, String> asked() {
    UriBuilder back = UriBuilder.fromUri(LoginRedirect.page(visit.session(), visit.realm(), path));
    query.forEach((name, value) -> back.queryParam(name, value));
    return Map.of(
        "kc_action",
        ACTION,
        "state",
        STATE + SecretGenerator.getInstance().randomString(),
        "redirect_uri",
        back.build().toString());
  }

  Response redirect() {
    return LoginRedirect.to(visit.session(), visit.realm(), path, asked());
  }
}
