package dev.twostep.keycloak.store;

import java.time.Instant;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The challenges of a realm that somebody could still answer. */
public final class OpenChallenges {

  private OpenChallenges() {}

  /** Makes their codes good for nothing; answers how many there were. */
  public static int end(KeycloakSession session, RealmModel realm, Instant now) {
    return session
        .getProvider(JpaConnectionProvider.class)
        .getEntityManager()
        .createQuery(
            "update ChallengeEntity c set c.spentAt = :now"
                + " where c.realmId = :realm and c.spentAt is null")
        .setParameter("now", now.toEpochMilli())
        .setParameter("realm", realm.getId())
        .executeUpdate();
  }
}
