package dev.twostep.keycloak.office;

import dev.twostep.keycloak.store.JpaOfficeLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** Ends the sessions that a device of an office opened, offline ones as well. */
final class DeviceSessions {

  private final KeycloakSession session;
  private final RealmModel realm;

  DeviceSessions(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /** Answers how many ended. */
  int end(String device, Instant now) {
    List<UserSessionModel> open =
        new JpaOfficeLog(session, realm)
            .sessions(device, now.minus(longest())).stream().flatMap(this::open).toList();
    open.forEach(this::end);
    return open.size();
  }

  /** No session that is older can be alive. */
  private Duration longest() {
    return Duration.ofSeconds(
        Math.max(
            realm.getSsoSessionMaxLifespan(),
            Math.max(realm.getSsoSessionMaxLifespanRememberMe(), offline())));
  }

  /** Without an end of their own, offline sessions live as long as anybody uses them. */
  private int offline() {
    return realm.isOfflineSessionMaxLifespanEnabled()
        ? realm.getOfflineSessionMaxLifespan()
        : Integer.MAX_VALUE;
  }

  private Stream<UserSessionModel> open(String id) {
    return Stream.concat(
        Stream.ofNullable(session.sessions().getUserSession(realm, id)),
        Stream.ofNullable(session.sessions().getOfflineUserSession(realm, id)));
  }

  private void end(UserSessionModel one) {
    AuthenticationManager.backchannelLogout(
        session,
        realm,
        one,
        session.getContext().getUri(),
        session.getContext().getConnection(),
        session.getContext().getHttpRequest().getHttpHeaders(),
        true);
  }
}
