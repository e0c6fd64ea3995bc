package dev.twostep.keycloak.wiring;

import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The name by which meters know a realm. */
final class RealmName {

  private RealmName() {}

  /** The id itself for a realm that is gone. */
  static String of(KeycloakSessionFactory sessions, String id) {
    return KeycloakModelUtils.<String>runJobInTransactionWithResult(
        sessions,
        session -> {
          RealmModel realm = session.realms().getRealm(id);
          return realm == null ? id : realm.getName();
        });
  }
}
