package dev.twostep.keycloak.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * Keycloak records every execution that succeeded as completed, and its AMR mapper believes that;
 * ours also succeeds when nothing was asked, so that record is put back to what it was.
 */
final class ProvenClaim {

  private final KeycloakSession session;

  ProvenClaim(KeycloakSession session) {
    this.session = session;
  }

  void keepHonest() {
    AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
    if (login == null || new LoginNotes(login).provenHere()) {
      return;
    }
    Map<String, Integer> completed =
        new TreeMap<>(
            completed(login.getUserSessionNotes().get(Constants.AUTHENTICATORS_COMPLETED)));
    Map<String, Integer> before = completedBefore(login);
    completed.keySet().removeIf(id -> isOurs(id) && !before.containsKey(id));
    completed.replaceAll((id, at) -> isOurs(id) ? before.getOrDefault(id, at) : at);
    write(login, completed);
  }

  /** What an earlier login of the same browser session had proven. */
  private Map<String, Integer> completedBefore(AuthenticationSessionModel login) {
    UserSessionModel earlier =
        session.sessions().getUserSession(login.getRealm(), login.getParentSession().getId());
    return earlier == null
        ? Map.of()
        : completed(earlier.getNote(Constants.AUTHENTICATORS_COMPLETED));
  }

  private static Map<String, Integer> completed(@Nullable String note) {
    return note == null ? Map.of() : AuthenticatorUtils.parseCompletedExecutions(note);
  }

  private boolean isOurs(String executionId) {
    RealmModel realm = session.getContext().getRealm();
    AuthenticationExecutionModel execution = realm.getAuthenticationExecutionById(executionId);
    return execution != null
        && SecondStepAuthenticatorFactory.ID.equals(execution.getAuthenticator());
  }

  private static void write(AuthenticationSessionModel login, Map<String, Integer> completed) {
    try {
      login.setUserSessionNote(
          Constants.AUTHENTICATORS_COMPLETED, JsonSerialization.writeValueAsString(completed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
