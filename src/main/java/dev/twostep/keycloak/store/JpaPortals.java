package dev.twostep.keycloak.store;

import dev.twostep.domain.code.LockerRing.Locked;
import dev.twostep.domain.portal.KnownPortal;
import dev.twostep.domain.portal.Portal;
import dev.twostep.domain.portal.PortalState;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The portals that one user listed. */
public final class JpaPortals {

  /**
   * A key that its owner proved: locked, and the step whose code they did it with.
   *
   * @param link to the owner's page, for news of a time when no browser says where this server is
   */
  public record Proven(Locked key, int period, long step, String link) {}

  /**
   * The key that a portal has.
   *
   * @param lastStep whose code nobody gets any more
   */
  public record Held(Locked key, long lastStep) {}

  private final EntityManager em;
  private final String realm;
  private final String user;

  public JpaPortals(KeycloakSession session, RealmModel realm, UserModel user) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realm = realm.getId();
    this.user = user.getId();
  }

  /** In the order of their names. */
  public List<Portal> all() {
    return em
        .createQuery(
            "from PortalEntity p where p.userId = :user and p.realmId = :realm", PortalEntity.class)
        .setParameter("user", user)
        .setParameter("realm", realm)
        .getResultList()
        .stream()
        .map(JpaPortals::portal)
        .sorted(
            Comparator.comparing((Portal one) -> one.name().toLowerCase(Locale.ROOT))
                .thenComparing(Portal::id))
        .toList();
  }

  public Optional<Portal> find(String id) {
    return row(id).map(JpaPortals::portal);
  }

  /** Puts it on the list; codes are another matter. */
  public String add(String name, Optional<KnownPortal> entry, Instant now) {
    PortalEntity row = new PortalEntity();
    row.id = KeycloakModelUtils.generateId();
    row.realmId = realm;
    row.userId = user;
    row.name = name;
    row.entry = entry.map(KnownPortal::key).orElse(null);
    row.host = entry.map(KnownPortal::host).orElse(null);
    row.state = PortalState.LISTED.word();
    row.createdAt = now.toEpochMilli();
    row.lastStep = Long.MIN_VALUE;
    em.persist(row);
    return row.id;
  }

  public boolean rename(String id, String name) {
    return change(id, "p.name = :name where p.state = p.state", Map.of("name", name));
  }

  /** Stops it; false if there was nothing to stop. */
  public boolean pause(String id) {
    return change(
        id,
        "p.state = :paused where p.state = :active",
        Map.of("paused", PortalState.PAUSED.word(), "active", PortalState.ACTIVE.word()));
  }

  /** Lets it go on with the key that it has, from that state only. */
  public boolean resume(String id, PortalState from, Instant now) {
    return change(
        id,
        "p.state = :active, p.refusals = 0, p.resumedAt = :now"
            + " where p.state = :from and p.secret is not null",
        Map.of(
            "active", PortalState.ACTIVE.word(),
            "from", from.word(),
            "now", now.toEpochMilli()));
  }

  /** What robots have of it now: none of them gets more until this transaction has ended. */
  public Optional<Held> held(String id) {
    em.flush();
    Optional<PortalEntity> row = row(id);
    row.ifPresent(known -> em.refresh(known, LockModeType.PESSIMISTIC_WRITE));
    return row.filter(known -> known.keyId != null && known.secret != null)
        .map(
            known ->
                new Held(
                    new Locked(
                        Objects.requireNonNull(known.keyId), Objects.requireNonNull(known.secret)),
                    known.lastStep));
  }

  /** From now on codes are made with that key; what was known of another is forgotten. */
  public boolean activate(String id, Proven proven, Instant now) {
    return change(
        id,
        "p.state = :active, p.keyId = :key, p.secret = :secret, p.period = :period,"
            + " p.lastStep = :step, p.link = :link, p.driftMs = 0, p.refusals = 0, p.activatedAt = :now,"
            + " p.resumedAt = null, p.acceptedAt = null, p.flaggedAt = null where p.state = p.state",
        Map.of(
            "active", PortalState.ACTIVE.word(),
            "key", proven.key().key(),
            "secret", proven.key().text(),
            "period", proven.period(),
            "step", proven.step(),
            "link", proven.link(),
            "now", now.toEpochMilli()));
  }

  /** With its key and with whatever was on its way to it; the record of codes stays. */
  public boolean remove(String id) {
    em.flush();
    boolean gone =
        em.createQuery(
                    "delete from PortalEntity p where p.id = :id and p.userId = :user"
                        + " and p.realmId = :realm")
                .setParameter("id", id)
                .setParameter("user", user)
                .setParameter("realm", realm)
                .executeUpdate()
            == 1;
    if (gone) {
      em.createQuery("delete from PortalIntakeEntity i where i.portalId = :id")
          .setParameter("id", id)
          .executeUpdate();
    }
    return gone;
  }

  /** Until this transaction ends nobody else changes it; false if it is gone. */
  public boolean lock(String id) {
    return !em.createQuery(
            "from PortalEntity p where p.id = :id and p.userId = :user and p.realmId = :realm",
            PortalEntity.class)
        .setParameter("id", id)
        .setParameter("user", user)
        .setParameter("realm", realm)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .isEmpty();
  }

  /** Robots and the owner's other windows change the same row: only what is named is written. */
  private boolean change(String id, String what, Map<String, Object> values) {
    em.flush();
    Query update =
        em.createQuery(
            "update PortalEntity p set "
                + what
                + " and p.id = :id and p.userId = :user and p.realmId = :realm");
    values.forEach(update::setParameter);
    boolean changed =
        update
                .setParameter("id", id)
                .setParameter("user", user)
                .setParameter("realm", realm)
                .executeUpdate()
            == 1;
    row(id).ifPresent(em::refresh);
    return changed;
  }

  private Optional<PortalEntity> row(String id) {
    return Optional.ofNullable(em.find(PortalEntity.class, id))
        .filter(row -> row.realmId.equals(realm) && row.userId.equals(user));
  }

  private static Portal portal(PortalEntity row) {
    return new Portal(
        row.id,
        row.name,
        Optional.ofNullable(row.entry),
        Optional.ofNullable(row.host),
        PortalState.of(row.state),
        row.secret != null,
        new Portal.Life(
            Instant.ofEpochMilli(row.createdAt),
            instant(row.activatedAt),
            instant(row.handedAt)
                .map(
                    at ->
                        new Portal.Handed(
                            at,
                            Objects.requireNonNullElse(row.handedJob, ""),
                            Objects.requireNonNullElse(row.handedClient, ""))),
            instant(row.acceptedAt),
            instant(row.flaggedAt)));
  }

  private static Optional<Instant> instant(@Nullable Long millis) {
    return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
  }
}
