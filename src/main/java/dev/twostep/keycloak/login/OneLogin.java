package dev.twostep.keycloak.login;

import java.time.Duration;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * One proof ends one login. Keycloak marks a login as proven before it takes it away, so a late
 * copy of the same request, on another node above all, would find it done and get a second code.
 */
record OneLogin(KeycloakSession session) {

  private static final String KEY = "twostep.one-login.";

  /** Longer than any copy of a request is under way. */
  private static final Duration KEPT = Duration.ofMinutes(5);

  void claim() {
    AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
    if (login != null && isCopy(new LoginNotes(login))) {
      throw new AuthenticationFlowException(AuthenticationFlowError.EXPIRED_CODE);
    }
  }

  private boolean isCopy(LoginNotes notes) {
    return notes.provenHere() && notes.proofId().filter(id -> !isFirst(id)).isPresent();
  }

  /** At once and for all nodes, whatever becomes of this request. */
  private boolean isFirst(String proof) {
    return session.singleUseObjects().putIfAbsent(KEY + proof, KEPT.toSeconds());
  }
}
