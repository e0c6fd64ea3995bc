package dev.twostep.keycloak.office;

import java.util.Objects;
import java.util.function.BiFunction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Work in short transactions of its own, so that a long list does not become one long one. */
final class OtherSession {

  private final KeycloakSessionFactory sessions;
  private final String realm;

  OtherSession(KeycloakSessionFactory sessions, String realm) {
    this.sessions = sessions;
    this.realm = realm;
  }

  static OtherSession of(KeycloakSession session, RealmModel realm) {
    return new OtherSession(session.getKeycloakSessionFactory(), realm.getId());
  }

  <T> T get(BiFunction<KeycloakSession, RealmModel, T> work) {
    return KeycloakModelUtils.<T>runJobInTransactionWithResult(
        sessions,
        session -> {
          RealmModel there = Objects.requireNonNull(session.realms().getRealm(realm));
          session.getContext().setRealm(there);
          return work.apply(session, there);
        });
  }
}
