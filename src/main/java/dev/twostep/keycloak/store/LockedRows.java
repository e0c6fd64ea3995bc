package dev.twostep.keycloak.store;

import dev.twostep.domain.code.LockerRing.Locked;
import dev.twostep.keycloak.portal.PortalVault;
import dev.twostep.keycloak.portal.PortalVault.Owner;
import dev.twostep.keycloak.store.PortalRelocking.Done;
import dev.twostep.keycloak.store.PortalRelocking.Step;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two tables in which keys of portals are locked. */
enum LockedRows {
  PORTALS("PortalEntity", "id") {
    @Override
    boolean relock(Object row, PortalVault vault) {
      PortalEntity portal = (PortalEntity) row;
      Owner owner = new Owner(portal.realmId, portal.userId, portal.id);
      Optional<Locked> fresh =
          vault.unlock(locked(portal.keyId, portal.secret), owner).map(k -> vault.lock(k, owner));
      fresh.ifPresent(
          locked -> {
            portal.keyId = locked.key();
            portal.secret = locked.text();
          });
      return fresh.isPresent();
    }

    @Override
    String idOf(Object row) {
      return ((PortalEntity) row).id;
    }
  },

  INTAKES("PortalIntakeEntity", "portalId") {
    @Override
    boolean relock(Object row, PortalVault vault) {
      PortalIntakeEntity intake = (PortalIntakeEntity) row;
      Owner owner = new Owner(intake.realmId, intake.userId, intake.portalId);
      Optional<Locked> fresh =
          vault
              .unlockPending(locked(intake.keyId, intake.secret), owner)
              .map(key -> vault.lockPending(key, owner));
      fresh.ifPresent(
          locked -> {
            intake.keyId = locked.key();
            intake.secret = locked.text();
          });
      return fresh.isPresent();
    }

    @Override
    String idOf(Object row) {
      return ((PortalIntakeEntity) row).portalId;
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

  private final String entity;
  private final String id;

  LockedRows(String entity, String id) {
    this.entity = entity;
    this.id = id;
  }

  /** False if it cannot be unlocked; then it stays as it is. */
  abstract boolean relock(Object row, PortalVault vault);

  abstract String idOf(Object row);

  /** One batch, whose rows nobody else changes meanwhile. */
  Step relock(EntityManager em, Wanted wanted) {
    List<Object> found = rows(em, wanted);
    int relocked = 0;
    for (Object row : found) {
      relocked += relock(row, wanted.vault()) ? 1 : 0;
    }
    String last = found.isEmpty() ? wanted.after() : idOf(found.get(found.size() - 1));
    return new Step(
        new Done(relocked, found.size() - relocked), last, found.size() == PortalRelocking.BATCH);
  }

  private List<Object> rows(EntityManager em, Wanted wanted) {
    TypedQuery<Object> query =
        em.createQuery(
            "select e from "
                + entity
                + " e where e.secret is not null and e.keyId <> :current"
                + (wanted.isFirst() ? "" : " and e." + id + " > :after")
                + (wanted.realm().isPresent() ? " and e.realmId = :realm" : "")
                + " order by e."
                + id,
            Object.class);
    wanted.realm().ifPresent(realm -> query.setParameter("realm", realm));
    if (!wanted.isFirst()) {
      query.setParameter("after", wanted.after());
    }
    return query
        .setParameter("current", wanted.vault().keys().current())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setMaxResults(PortalRelocking.BATCH)
        .getResultList();
  }

  private static Locked locked(@Nullable String key, @Nullable String text) {
    return new Locked(key == null ? "" : key, text == null ? "" : text);
  }
}
