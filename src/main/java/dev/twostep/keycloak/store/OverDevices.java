package dev.twostep.keycloak.store;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Clears away devices that no policy can trust any more, with the credentials that show them. */
final class OverDevices {

  /** The longest that a policy can say. */
  private static final Duration LONGEST = Duration.ofDays(30);

  private static final int AT_ONCE = 500;

  private OverDevices() {}

  static void clear(KeycloakSession session, Instant now) {
    EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    List<DeviceEntity> over =
        em.createQuery(
                "from DeviceEntity d where d.trustedAt < :before order by d.trustedAt",
                DeviceEntity.class)
            .setParameter("before", now.minus(LONGEST).toEpochMilli())
            .setMaxResults(AT_ONCE)
            .getResultList();
    over.forEach(
        row -> {
          unlist(session, row);
          em.remove(row);
        });
  }

  private static void unlist(KeycloakSession session, DeviceEntity row) {
    RealmModel realm = session.realms().getRealm(row.realmId);
    if (realm == null) {
      return;
    }
    session.getContext().setRealm(realm);
    UserModel user = session.users().getUserById(realm, row.userId);
    if (user != null) {
      user.credentialManager().removeStoredCredentialById(row.credentialId);
    }
  }
}
