package dev.twostep.keycloak.store;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Which device of an office opened which account, and when. */
public final class JpaOfficeLog {

  /** One login that a device opened; {@code network} is where it came from. */
  public record Use(
      Instant at,
      String device,
      String label,
      String user,
      String userName,
      String client,
      String session,
      String network) {}

  private static final String NEWEST = " order by u.usedAt desc, u.id";

  private final EntityManager em;
  private final String realm;

  public JpaOfficeLog(KeycloakSession session, RealmModel realm) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realm = realm.getId();
  }

  public long count(String office) {
    return em.createQuery(
            "select count(u) from OfficeUseEntity u"
                + " where u.officeId = :office and u.realmId = :realm",
            Long.class)
        .setParameter("office", office)
        .setParameter("realm", realm)
        .getSingleResult();
  }

  /** A page of an office's log, newest first. */
  public List<Use> page(String office, int first, int most) {
    return em
        .createQuery(
            "from OfficeUseEntity u where u.officeId = :office and u.realmId = :realm" + NEWEST,
            OfficeUseEntity.class)
        .setParameter("office", office)
        .setParameter("realm", realm)
        .setFirstResult(first)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(JpaOfficeLog::use)
        .toList();
  }

  /** All of it, streamed. */
  public Stream<Use> all(String office) {
    return em.createQuery(
            "from OfficeUseEntity u where u.officeId = :office and u.realmId = :realm" + NEWEST,
            OfficeUseEntity.class)
        .setParameter("office", office)
        .setParameter("realm", realm)
        .setHint("org.hibernate.fetchSize", 500)
        .setHint("org.hibernate.readOnly", true)
        .getResultStream()
        .map(
            row -> {
              // However long the log is, one row of it is in memory.
              em.detach(row);
              return use(row);
            });
  }

  /** An account's own history, newest first. */
  public List<Use> ofUser(String user, int most) {
    return em
        .createQuery(
            "from OfficeUseEntity u where u.userId = :user and u.realmId = :realm" + NEWEST,
            OfficeUseEntity.class)
        .setParameter("user", user)
        .setParameter("realm", realm)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(JpaOfficeLog::use)
        .toList();
  }

  /** The sessions that a device opened since then. */
  public List<String> sessions(String device, Instant since) {
    return em.createQuery(
            "select distinct u.sessionId from OfficeUseEntity u"
                + " where u.deviceId = :device and u.realmId = :realm and u.usedAt > :since",
            String.class)
        .setParameter("device", device)
        .setParameter("realm", realm)
        .setParameter("since", since.toEpochMilli())
        .getResultList();
  }

  private static Use use(OfficeUseEntity row) {
    return new Use(
        Instant.ofEpochMilli(row.usedAt),
        row.deviceId,
        row.deviceLabel,
        row.userId,
        row.userName,
        row.clientId,
        row.sessionId,
        row.network);
  }
}
