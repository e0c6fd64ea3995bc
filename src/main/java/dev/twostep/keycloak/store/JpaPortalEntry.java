package dev.twostep.keycloak.store;

import dev.twostep.application.portal.Leases.Codes;
import dev.twostep.application.portal.Leases.Entry;
import dev.twostep.application.portal.Leases.Job;
import dev.twostep.domain.code.LockerRing;
import dev.twostep.domain.code.LockerRing.Locked;
import dev.twostep.domain.portal.Lease;
import dev.twostep.domain.portal.PortalState;
import dev.twostep.domain.portal.TrackRecord;
import dev.twostep.keycloak.portal.PortalVault;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.models.utils.KeycloakModelUtils;

/** One portal's row and its leases, in the transaction of whoever locked it. */
final class JpaPortalEntry implements Entry {

  /**
   * To some databases "a1" is "A1": among so many is the one that is meant, or it gets a new step.
   */
  private static final int NAMES_ALIKE = 20;

  private final EntityManager em;
  private final PortalEntity row;
  private final Optional<LockerRing> keys;

  JpaPortalEntry(EntityManager em, PortalEntity row, Optional<LockerRing> keys) {
    this.em = em;
    this.row = row;
    this.keys = keys;
  }

  @Override
  public PortalState state() {
    return PortalState.of(row.state);
  }

  @Override
  public Optional<Codes> codes() {
    if (row.keyId == null || row.secret == null) {
      return Optional.empty();
    }
    Locked locked = new Locked(row.keyId, row.secret);
    var owner = new PortalVault.Owner(row.realmId, row.userId, row.id);
    return keys.flatMap(ring -> new PortalVault(ring).unlock(locked, owner))
        .map(key -> key.steps(0))
        .map(steps -> new Codes(steps.period(), steps::codeAt));
  }

  @Override
  public long lastStep() {
    return row.lastStep;
  }

  @Override
  public Duration period() {
    return Duration.ofSeconds(row.period);
  }

  @Override
  public TrackRecord track() {
    return new TrackRecord(row.refusals, Duration.ofMillis(row.driftMs));
  }

  @Override
  public Optional<Lease> latest(Job job) {
    return last(job, "");
  }

  @Override
  public Optional<Lease> handed(Job job) {
    return last(job, " and l.handedAt is not null");
  }

  private Optional<Lease> last(Job job, String more) {
    return em.createQuery(
            "from PortalLeaseEntity l where l.portalId = :portal and l.clientId = :client"
                + " and l.job = :job and l.keySince = :since"
                + more
                + " order by l.step desc",
            PortalLeaseEntity.class)
        .setParameter("portal", row.id)
        .setParameter("client", job.client())
        .setParameter("job", job.name())
        .setParameter("since", keySince())
        .setMaxResults(NAMES_ALIKE)
        .getResultStream()
        .filter(found -> found.job.equals(job.name()))
        .findFirst()
        .map(JpaPortalEntry::lease);
  }

  private static Lease lease(PortalLeaseEntity row) {
    return new Lease(
        row.id,
        row.step,
        Lease.State.of(row.state),
        Optional.ofNullable(row.handedAt).map(Instant::ofEpochMilli));
  }

  @Override
  public Lease reserve(Job job, long step, Instant now) {
    PortalLeaseEntity made = new PortalLeaseEntity();
    made.id = KeycloakModelUtils.generateId();
    made.realmId = row.realmId;
    made.userId = row.userId;
    made.portalId = row.id;
    made.clientId = job.client();
    made.job = job.name();
    made.keySince = keySince();
    made.step = step;
    made.state = Lease.State.RESERVED.word();
    made.askedAt = now.toEpochMilli();
    em.persist(made);
    row.lastStep = step;
    return lease(made);
  }

  @Override
  public void hand(Job job, Lease lease, Instant now) {
    PortalLeaseEntity handed = em.find(PortalLeaseEntity.class, lease.id());
    handed.state = Lease.State.HANDED.word();
    handed.handedAt = now.toEpochMilli();
    row.handedAt = now.toEpochMilli();
    row.handedJob = job.name();
    row.handedClient = job.client();
  }

  @Override
  public void report(Lease reported, TrackRecord track, Instant now) {
    PortalLeaseEntity said = em.find(PortalLeaseEntity.class, reported.id());
    said.state = reported.state().word();
    said.reportedAt = now.toEpochMilli();
    row.refusals = track.refusals();
    row.driftMs = track.drift().toMillis();
    if (reported.state() == Lease.State.ACCEPTED) {
      row.acceptedAt = now.toEpochMilli();
      row.flaggedAt = null;
    }
  }

  @Override
  public void stop() {
    row.state = PortalState.REFUSED.word();
  }

  private long keySince() {
    return Objects.requireNonNullElse(row.activatedAt, 0L);
  }
}
