package dev.twostep.keycloak.store;

import dev.twostep.domain.code.LockerRing.Locked;
import dev.twostep.keycloak.portal.PortalVault;
import dev.twostep.keycloak.portal.PortalVault.Owner;
import dev.twostep.keycloak.store.PortalRelocking.Done;
import dev.twostep.keycloak.store.PortalRelocking.Step;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/** The two tables in which keys of portals are locked. */
enum LockedRows {
  PORTALS("PortalEntity", "id") {
    @Override
    Optional<Locked> relocked(Row row, PortalVault vault) {
      return vault.unlock(row.locked(), row.owner()).map(key -> vault.lock(key, row.owner()));
    }
  },

  INTAKES("PortalIntakeEntity", "portalId") {
    @Override
    Optional<Locked> relocked(Row row, PortalVault vault) {
      return vault
          .unlockPending(row.locked(), row.owner())
          .map(key -> vault.lockPending(key, row.owner()));
    }
  };

  /**
   * Which rows of a table.
   *
   * @param realm all of them if empty
   * @param after the id of the last one that was looked at; empty at first
   */
  record Wanted(PortalVault vault, Optional<String> realm, String after) {

    /** Oracle takes an empty text for none, and finds nothing beyond it. */
    boolean isFirst() {
      return after.isEmpty();
    }
  }

  /** What is locked, and whose it is. */
  record Row(Owner owner, Locked locked) {

    static Row of(Object[] found) {
      return new Row(
          new Owner((String) found[0], (String) found[1], (String) found[2]),
          new Locked((String) found[3], (String) found[4]));
    }
  }

  private final String entity;
  private final String id;

  LockedRows(String entity, String id) {
    this.entity = entity;
    this.id = id;
  }

  /** Empty if it cannot be unlocked; then it stays as it is. */
  abstract Optional<Locked> relocked(Row row, PortalVault vault);

  /** One batch; a key that its owner replaces meanwhile stays theirs. */
  Step relock(EntityManager em, Wanted wanted) {
    List<Row> found = rows(em, wanted);
    int relocked = 0;
    int unreadable = 0;
    for (Row row : found) {
      Optional<Locked> fresh = relocked(row, wanted.vault());
      relocked += fresh.filter(locked -> replace(em, row, locked)).isPresent() ? 1 : 0;
      unreadable += fresh.isPresent() ? 0 : 1;
    }
    String last = found.isEmpty() ? wanted.after() : found.get(found.size() - 1).owner().portal();
    return new Step(new Done(relocked, unreadable), last, found.size() == PortalRelocking.BATCH);
  }

  /** Robots change the rest of the row at the same time: nothing of it is read or written. */
  private List<Row> rows(EntityManager em, Wanted wanted) {
    TypedQuery<Object[]> query =
        em.createQuery(
            "select e.realmId, e.userId, e."
                + id
                + ", e.keyId, e.secret from "
                + entity
                + " e where e.secret is not null and e.keyId <> :current"
                + (wanted.isFirst() ? "" : " and e." + id + " > :after")
                + (wanted.realm().isPresent() ? " and e.realmId = :realm" : "")
                + " order by e."
                + id,
            Object[].class);
    wanted.realm().ifPresent(realm -> query.setParameter("realm", realm));
    if (!wanted.isFirst()) {
      query.setParameter("after", wanted.after());
    }
    return query
        .setParameter("current", wanted.vault().keys().current())
        .setMaxResults(PortalRelocking.BATCH)
        .getResultStream()
        .map(Row::of)
        .toList();
  }

  private boolean replace(EntityManager em, Row row, Locked fresh) {
    return em.createQuery(
                "update "
                    + entity
                    + " e set e.keyId = :freshKey, e.secret = :fresh where e."
                    + id
                    + " = :id and e.keyId = :formerKey and e.secret = :former")
            .setParameter("freshKey", fresh.key())
            .setParameter("fresh", fresh.text())
            .setParameter("id", row.owner().portal())
            .setParameter("formerKey", row.locked().key())
            .setParameter("former", row.locked().text())
            .executeUpdate()
        == 1;
  }
}
