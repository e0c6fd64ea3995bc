package dev.twostep.keycloak.store;

import dev.twostep.application.challenge.Account;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The table of app passwords, with the transaction of the session that it was made of. */
public final class JpaAppPasswords {

  /** How far behind the truth the last use may be: phones ask every few minutes. */
  public static final Duration GRAIN = Duration.ofMinutes(5);

  /** More than anybody revokes in ninety days; keeps a sign-in quick. */
  private static final int MOST = 200;

  /** What the rounds tell about ahead of time. */
  public enum Ahead {
    EXPIRY("e.expiresAt", "expiryToldAt"),
    DISUSE("coalesce(e.usedAt, e.createdAt)", "unusedToldAt");

    private final String date;
    private final String told;

    Ahead(String date, String told) {
      this.date = date;
      this.told = told;
    }
  }

  private final EntityManager em;

  public JpaAppPasswords(KeycloakSession session) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  public void add(AppPasswordRow row) {
    em.persist(row.entity());
  }

  /** Those of one account, the newest first; revoked ones are among them. */
  public List<AppPasswordRow> of(Account account) {
    return em.createQuery(
            "select e from AppPasswordEntity e where e.userId = :user and e.realmId = :realm"
                + " order by e.createdAt desc",
            AppPasswordEntity.class)
        .setParameter("user", account.user())
        .setParameter("realm", account.realm())
        .setMaxResults(MOST)
        .getResultStream()
        .map(AppPasswordRow::of)
        .toList();
  }

  public Optional<AppPasswordRow> find(String id) {
    return Optional.ofNullable(em.find(AppPasswordEntity.class, id)).map(AppPasswordRow::of);
  }

  /** Writes a use down, unless another one was written lately. */
  public void used(String id, AppPasswordRow.Use use) {
    em.createQuery(
            "update AppPasswordEntity e set e.usedAt = :at, e.usedFrom = :from,"
                + " e.unusedToldAt = null"
                + " where e.id = :id and (e.usedAt is null or e.usedAt <= :before)")
        .setParameter("at", use.at().toEpochMilli())
        .setParameter("from", use.from())
        .setParameter("id", id)
        .setParameter("before", use.at().minus(GRAIN).toEpochMilli())
        .executeUpdate();
  }

  public void rename(String id, String name) {
    Optional.ofNullable(em.find(AppPasswordEntity.class, id)).ifPresent(row -> row.name = name);
  }

  /** False if it was revoked already, or there is no such row. */
  public boolean revoke(String id, Instant at) {
    return mark("revokedAt", id, at);
  }

  /** True for one caller only, on all nodes and for ever: that one tells the owner. */
  public boolean tellOfUse(String id, Instant at) {
    return mark("toldAt", id, at);
  }

  /** The same for what is told ahead of time. */
  public boolean tellAhead(Ahead what, String id, Instant at) {
    return mark(what.told, id, at);
  }

  private boolean mark(String column, String id, Instant at) {
    return em.createQuery(
                "update AppPasswordEntity e set e."
                    + column
                    + " = :at where e.id = :id and e."
                    + column
                    + " is null")
            .setParameter("at", at.toEpochMilli())
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  /** The realms that have any. */
  public List<String> realms() {
    return em.createQuery(
            "select distinct e.realmId from AppPasswordEntity e where e.revokedAt is null",
            String.class)
        .getResultList();
  }

  /** Those of a realm whose date lies between, and whose owner was not told of it yet. */
  public List<AppPasswordRow> due(Ahead what, String realm, Instant after, Instant until) {
    return em.createQuery(
            "select e from AppPasswordEntity e where e.realmId = :realm and e.revokedAt is null"
                + " and e."
                + what.told
                + " is null and "
                + what.date
                + " > :after and "
                + what.date
                + " <= :until",
            AppPasswordEntity.class)
        .setParameter("realm", realm)
        .setParameter("after", after.toEpochMilli())
        .setParameter("until", until.toEpochMilli())
        .setMaxResults(MOST)
        .getResultStream()
        .map(AppPasswordRow::of)
        .toList();
  }
}
