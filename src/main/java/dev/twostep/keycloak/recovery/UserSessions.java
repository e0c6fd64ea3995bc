package dev.twostep.keycloak.recovery;

import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;

/** Ends a user's sessions, offline ones as well. */
public final class UserSessions {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final UserModel user;

  public UserSessions(KeycloakSession session, RealmModel realm, UserModel user) {
    this.session = session;
    this.realm = realm;
    this.user = user;
  }

  /** Ends all of them but the one of that id, which may not exist. */
  public void endAllBut(String kept) {
    Stream.concat(
            session.sessions().getUserSessionsStream(realm, user),
            session.sessions().getOfflineUserSessionsStream(realm, user))
        .filter(one -> !one.getId().equals(kept))
        // A copy: each end changes what is being read.
        .toList()
        .forEach(
            one ->
                AuthenticationManager.backchannelLogout(
                    session,
                    realm,
                    one,
                    session.getContext().getUri(),
                    session.getContext().getConnection(),
                    session.getContext().getHttpRequest().getHttpHeaders(),
                    true));
  }
}
