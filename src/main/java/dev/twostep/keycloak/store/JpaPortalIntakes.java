package dev.twostep.keycloak.store;

import dev.twostep.domain.code.LockerRing.Locked;
import dev.twostep.domain.portal.Intake;
import dev.twostep.domain.portal.Intake.State;
import dev.twostep.domain.portal.KeyPath;
import dev.twostep.domain.portal.KeyWay;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Keys on their way to portals: one for each portal at most. Whatever ends a state does so once.
 */
public final class JpaPortalIntakes {

  /**
   * What a phone knows it by.
   *
   * @param digest of the secret in the link
   * @param challenge from which the link is derived, with a key that the database has not
   */
  public record Link(String digest, String challenge) {}

  /** Whose it is, and what else only the server may know. */
  public record Found(
      Intake intake, String user, Optional<String> browser, Optional<String> challenge) {}

  /** A key that came, locked, and what the portal calls it. */
  public record Came(Locked key, String label) {}

  private final EntityManager em;
  private final String realm;

  public JpaPortalIntakes(KeycloakSession session, RealmModel realm) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realm = realm.getId();
  }

  /** Puts it in place of an earlier one, whose link is dead then. */
  public void open(Intake intake, String user, Optional<Link> link) {
    Optional<PortalIntakeEntity> known =
        row(em.find(PortalIntakeEntity.class, intake.portal(), LockModeType.PESSIMISTIC_WRITE));
    PortalIntakeEntity row = known.orElseGet(PortalIntakeEntity::new);
    row.portalId = intake.portal();
    row.realmId = realm;
    row.userId = user;
    row.id = intake.id();
    row.path = intake.path().word();
    row.way = intake.way().word();
    row.state = intake.state().word();
    row.expiresAt = intake.expires().toEpochMilli();
    row.digest = link.map(Link::digest).orElse(null);
    row.challenge = link.map(Link::challenge).orElse(null);
    row.browser = null;
    row.words = intake.words();
    row.flaw = null;
    row.tries = intake.tries();
    row.keyId = null;
    row.secret = null;
    row.label = null;
    if (known.isEmpty()) {
      em.persist(row);
    }
    em.flush();
  }

  public Optional<Found> of(String portal) {
    return row(em.find(PortalIntakeEntity.class, portal)).map(JpaPortalIntakes::found);
  }

  /** By the digest of a link's secret. */
  public Optional<Found> linked(String digest) {
    return by("digest", digest);
  }

  public Optional<Found> named(String id) {
    return by("id", id);
  }

  private Optional<Found> by(String column, String value) {
    return em
        .createQuery(
            "from PortalIntakeEntity i where i." + column + " = :value and i.realmId = :realm",
            PortalIntakeEntity.class)
        .setParameter("value", value)
        .setParameter("realm", realm)
        .getResultList()
        .stream()
        .findFirst()
        .map(JpaPortalIntakes::found);
  }

  /** A browser begins with the link; false if another was first, on whichever node. */
  public boolean start(String id, String browser, Instant now) {
    return change(
        id,
        "i.state = :to, i.browser = :browser where i.state = :from and i.expiresAt > :now",
        Map.of(
            "to", State.STARTED.word(),
            "browser", browser,
            "from", State.SENT.word(),
            "now", now.toEpochMilli()));
  }

  /** Counts a photo before it is looked at; false if that is one too many. */
  public boolean countPhoto(String id) {
    return change(
        id,
        "i.tries = i.tries + 1 where i.state = :from and i.tries < :most",
        Map.of("from", State.STARTED.word(), "most", Intake.MOST_PHOTOS));
  }

  public void flaw(String id, String flaw) {
    change(id, "i.flaw = :flaw where i.state = :from", Map.of("flaw", flaw, "from", "started"));
  }

  /** A key has come; false if it came already. Its link's digest stays: used is not unknown. */
  public boolean take(String id, State to, Came came, Instant until) {
    return change(
        id,
        "i.state = :to, i.keyId = :key, i.secret = :secret, i.label = :label, i.tries = 0,"
            + " i.flaw = null, i.challenge = null, i.expiresAt = :until"
            + " where i.state = :from",
        Map.of(
            "to", to.word(),
            "key", came.key().key(),
            "secret", came.key().text(),
            "label", came.label(),
            "until", until.toEpochMilli(),
            "from", State.STARTED.word()));
  }

  /** Its owner saw the same words on both screens. */
  public boolean same(String id) {
    return change(
        id,
        "i.state = :to where i.state = :from",
        Map.of("to", State.READY.word(), "from", State.TAKEN.word()));
  }

  /** Counts a code before it is looked at; false if that is one too many. */
  public boolean countCode(String id) {
    return change(
        id,
        "i.tries = i.tries + 1 where i.state = :from and i.tries < :most",
        Map.of("from", State.READY.word(), "most", Intake.MOST_WRONG));
  }

  /** The key, locked as pending; empty before it came. */
  public Optional<Locked> key(String portal) {
    return row(em.find(PortalIntakeEntity.class, portal))
        .filter(row -> row.secret != null)
        .map(
            row ->
                new Locked(
                    Objects.requireNonNullElse(row.keyId, ""),
                    Objects.requireNonNullElse(row.secret, "")));
  }

  /** What the portal calls the key; empty if it says nothing. */
  public String label(String portal) {
    return row(em.find(PortalIntakeEntity.class, portal))
        .map(row -> Objects.requireNonNullElse(row.label, ""))
        .orElse("");
  }

  /** Ends it; false if it was over already. */
  public boolean drop(String id) {
    em.flush();
    int gone =
        em.createQuery("delete from PortalIntakeEntity i where i.id = :id and i.realmId = :realm")
            .setParameter("id", id)
            .setParameter("realm", realm)
            .executeUpdate();
    return gone == 1;
  }

  private boolean change(String id, String what, Map<String, Object> values) {
    em.flush();
    Query update =
        em.createQuery(
            "update PortalIntakeEntity i set " + what + " and i.id = :id and i.realmId = :realm");
    values.forEach(update::setParameter);
    boolean changed =
        update.setParameter("id", id).setParameter("realm", realm).executeUpdate() == 1;
    em.createQuery("from PortalIntakeEntity i where i.id = :id", PortalIntakeEntity.class)
        .setParameter("id", id)
        .getResultList()
        .forEach(em::refresh);
    return changed;
  }

  private Optional<PortalIntakeEntity> row(@Nullable PortalIntakeEntity row) {
    return Optional.ofNullable(row).filter(found -> found.realmId.equals(realm));
  }

  private static Found found(PortalIntakeEntity row) {
    return new Found(
        new Intake(
            row.id,
            row.portalId,
            KeyPath.of(row.path).orElseThrow(),
            KeyWay.of(row.way),
            State.of(row.state),
            Instant.ofEpochMilli(row.expiresAt),
            row.tries,
            Objects.requireNonNullElse(row.words, ""),
            Optional.ofNullable(row.flaw)),
        row.userId,
        Optional.ofNullable(row.browser),
        Optional.ofNullable(row.challenge));
  }
}
