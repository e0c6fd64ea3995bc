package dev.twostep.keycloak.store;

import dev.twostep.domain.office.OfficeDevice;
import dev.twostep.domain.office.OfficeDevice.Kind;
import dev.twostep.domain.office.OfficeDevice.Life;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The devices of one realm's offices and the invitations to enrol them. */
public final class JpaOfficeStaff {

  /**
   * The open invitation of a device.
   *
   * @param digest of the secret in its link
   * @param browser digest of the secret in the cookie of the browser that opened it
   * @param secret shown there and not confirmed yet, locked
   * @param wrong answers to the question for its first code
   */
  public record Invite(
      String device,
      String office,
      String digest,
      Instant expires,
      Optional<String> browser,
      Optional<String> secret,
      int wrong) {}

  private final EntityManager em;
  private final String realm;

  public JpaOfficeStaff(KeycloakSession session, RealmModel realm) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realm = realm.getId();
  }

  /** Oldest first; revoked ones are among them. */
  public List<OfficeDevice> of(String office) {
    return em
        .createQuery(
            "from OfficeDeviceEntity d where d.officeId = :office and d.realmId = :realm"
                + " order by d.createdAt, d.id",
            OfficeDeviceEntity.class)
        .setParameter("office", office)
        .setParameter("realm", realm)
        .getResultList()
        .stream()
        .map(JpaOfficeStaff::device)
        .toList();
  }

  public Optional<OfficeDevice> find(String id) {
    return row(id).map(JpaOfficeStaff::device);
  }

  /** The devices that name that user as their owner. */
  public List<OfficeDevice> ownedBy(String user) {
    return em
        .createQuery(
            "from OfficeDeviceEntity d where d.ownerId = :user and d.realmId = :realm",
            OfficeDeviceEntity.class)
        .setParameter("user", user)
        .setParameter("realm", realm)
        .getResultList()
        .stream()
        .map(JpaOfficeStaff::device)
        .toList();
  }

  public void add(OfficeDevice device) {
    OfficeDeviceEntity row = new OfficeDeviceEntity();
    row.id = device.id();
    row.realmId = realm;
    row.officeId = device.office();
    row.kind = device.kind().word();
    row.label = device.label();
    row.ownerId = device.owner().orElse(null);
    row.lastStep = Long.MIN_VALUE;
    row.enrolStep = Long.MIN_VALUE;
    row.createdAt = device.life().created().toEpochMilli();
    row.enrolledAt = millis(device.life().enrolled());
    row.held = device.life().held().orElse(null);
    em.persist(row);
  }

  public void rename(String id, String label) {
    change(id, "d.label = :label", Map.of("label", label));
  }

  /**
   * Gives it a secret from now on, and takes the one before away at once.
   *
   * @param locked for {@link OfficeSecrets#place}
   * @param step in which it was confirmed, and which is spent
   */
  public void enrol(String id, String locked, long step, Instant now) {
    boolean enrolled =
        change(
            id,
            "d.secret = :secret, d.version = d.version + 1, d.lastStep = :step,"
                + " d.enrolStep = :step, d.enrolledAt = :now, d.usedAt = null",
            Map.of("secret", locked, "step", step, "now", now.toEpochMilli()));
    if (!enrolled) {
      throw new IllegalStateException("a device was revoked while it was enrolled");
    }
    em.createQuery("delete from OfficeStepEntity s where s.deviceId = :device")
        .setParameter("device", id)
        .executeUpdate();
  }

  /** No account takes a code of that step or of an earlier one any more. */
  public void spend(String id, long step) {
    change(
        id,
        "d.enrolStep = case when d.enrolStep < :step then :step else d.enrolStep end",
        Map.of("step", step));
  }

  /** An employee has that shared secret from now on. */
  public void hold(String id, String shared, Instant now) {
    change(
        id,
        "d.held = :shared, d.enrolledAt = :now",
        Map.of("shared", shared, "now", now.toEpochMilli()));
  }

  /** The secret of a device, locked for {@link OfficeSecrets#place}. */
  public Optional<String> secret(String id) {
    return row(id).flatMap(row -> Optional.ofNullable(row.secret));
  }

  /** Ends it at once, for every login that is not committed yet; false if it was ended already. */
  public boolean revoke(String id, Instant now) {
    boolean revoked =
        change(id, "d.revokedAt = :now, d.secret = null", Map.of("now", now.toEpochMilli()));
    withdraw(id);
    return revoked;
  }

  /** A replaced shared secret goes on counting until then. */
  public void end(String id, Instant until) {
    change(id, "d.validUntil = :until", Map.of("until", until.toEpochMilli()));
  }

  /**
   * Changes what is named and nothing else, unless it was revoked, even a moment ago: what this
   * transaction read before is no ground to write it back.
   */
  private boolean change(String id, String what, Map<String, Object> values) {
    em.flush();
    Query update =
        em.createQuery(
            "update OfficeDeviceEntity d set "
                + what
                + " where d.id = :id and d.realmId = :realm and d.revokedAt is null");
    values.forEach(update::setParameter);
    boolean changed =
        update.setParameter("id", id).setParameter("realm", realm).executeUpdate() == 1;
    row(id).ifPresent(em::refresh);
    return changed;
  }

  /** Puts an invitation in place of an earlier one. */
  public void invite(Invite invite) {
    Optional<OfficeInviteEntity> known = inviteRow(invite.device(), LockModeType.PESSIMISTIC_WRITE);
    OfficeInviteEntity row = known.orElseGet(OfficeInviteEntity::new);
    row.deviceId = invite.device();
    row.realmId = realm;
    row.officeId = invite.office();
    row.digest = invite.digest();
    row.expiresAt = invite.expires().toEpochMilli();
    row.browser = invite.browser().orElse(null);
    row.secret = invite.secret().orElse(null);
    row.wrong = invite.wrong();
    if (known.isEmpty()) {
      em.persist(row);
    }
  }

  /** The open invitation of a device, locked for this transaction; it may have expired. */
  public Optional<Invite> invitation(String device) {
    return inviteRow(device, LockModeType.PESSIMISTIC_WRITE)
        .map(
            row ->
                new Invite(
                    row.deviceId,
                    row.officeId,
                    row.digest,
                    Instant.ofEpochMilli(row.expiresAt),
                    Optional.ofNullable(row.browser),
                    Optional.ofNullable(row.secret),
                    row.wrong));
  }

  /** When a device's open invitation ends, or ended; nobody waits for it. */
  public Optional<Instant> invitationEnd(String device) {
    return Optional.ofNullable(em.find(OfficeInviteEntity.class, device))
        .filter(row -> row.realmId.equals(realm))
        .map(row -> Instant.ofEpochMilli(row.expiresAt));
  }

  public void withdraw(String device) {
    inviteRow(device, LockModeType.PESSIMISTIC_WRITE).ifPresent(em::remove);
    em.flush();
  }

  private Optional<OfficeInviteEntity> inviteRow(String device, LockModeType lock) {
    return Optional.ofNullable(em.find(OfficeInviteEntity.class, device, lock))
        .filter(row -> row.realmId.equals(realm));
  }

  private Optional<OfficeDeviceEntity> row(String id) {
    return Optional.ofNullable(em.find(OfficeDeviceEntity.class, id))
        .filter(row -> row.realmId.equals(realm));
  }

  private static @Nullable Long millis(Optional<Instant> at) {
    return at.map(Instant::toEpochMilli).orElse(null);
  }

  private static Optional<Instant> instant(@Nullable Long millis) {
    return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
  }

  private static OfficeDevice device(OfficeDeviceEntity row) {
    Kind kind =
        List.of(Kind.values()).stream()
            .filter(one -> one.word().equals(row.kind))
            .findFirst()
            .orElseThrow();
    return new OfficeDevice(
        row.id,
        row.officeId,
        row.label,
        Optional.ofNullable(row.ownerId),
        kind,
        new Life(
            Instant.ofEpochMilli(row.createdAt),
            instant(row.enrolledAt),
            instant(row.usedAt),
            instant(row.revokedAt),
            instant(row.validUntil),
            Optional.ofNullable(row.held)));
  }
}
