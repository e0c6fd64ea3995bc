package dev.twostep.application.portal;

import dev.twostep.application.portal.Leases.Codes;
import dev.twostep.application.portal.Leases.Entry;
import dev.twostep.application.portal.Leases.Job;
import dev.twostep.domain.portal.Lease;
import dev.twostep.domain.portal.LeaseOutcome;
import dev.twostep.domain.portal.LeasePlan;
import dev.twostep.domain.portal.LeasePlan.Slot;
import dev.twostep.domain.portal.PortalState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives a job the code of a step that no other job has or had. Nobody waits here: who is too early
 * gets a step to come back for, which is lost if it passes unused.
 */
public final class LeaseCode {

  /** More jobs than these wait for nothing: the night is over before. */
  public static final int MOST_WAITING = 60;

  /** A job that lost the answer gets it again unless it would be late by then. */
  private static final Duration LEAST_AGAIN = Duration.ofSeconds(3);

  private final Leases leases;
  private final Clock clock;

  public LeaseCode(Leases leases, Clock clock) {
    this.leases = leases;
    this.clock = clock;
  }

  public LeaseOutcome lease(String portal, Job job) {
    return leases.settle(portal, entry -> outcome(entry, job)).orElseGet(LeaseOutcome.Unknown::new);
  }

  private LeaseOutcome outcome(Entry entry, Job job) {
    if (entry.state() != PortalState.ACTIVE) {
      return new LeaseOutcome.Stopped(entry.state());
    }
    return entry
        .codes()
        .map(codes -> new Turn(entry, job, codes, clock.instant()).outcome())
        .orElseGet(LeaseOutcome.KeyMissing::new);
  }

  /** One job at one moment. */
  private record Turn(Entry entry, Job job, Codes codes, Instant now) {

    LeaseOutcome outcome() {
      return entry.latest(job).flatMap(this::again).orElseGet(this::fresh);
    }

    /** What the job has already; empty if that is lost or done. */
    private Optional<LeaseOutcome> again(Lease lease) {
      Slot slot = plan().slot(lease.step());
      return switch (lease.state()) {
        case RESERVED ->
            plan().isEnough(slot, now) ? Optional.of(handedOrReserved(lease)) : Optional.empty();
        case HANDED ->
            slot.left(now).compareTo(LEAST_AGAIN) >= 0
                ? Optional.of(handed(lease, slot, false))
                : Optional.empty();
        case ACCEPTED, REFUSED -> Optional.empty();
      };
    }

    private LeaseOutcome fresh() {
      Slot slot = plan().next(now, entry.lastStep());
      Duration most = codes.period().multipliedBy(MOST_WAITING);
      if (slot.waiting(now).compareTo(most) > 0) {
        return new LeaseOutcome.Crowded(slot.waiting(now).minus(most));
      }
      return handedOrReserved(entry.reserve(job, slot.step(), now));
    }

    private LeaseOutcome handedOrReserved(Lease lease) {
      Slot slot = plan().slot(lease.step());
      if (!slot.waiting(now).isZero()) {
        return new LeaseOutcome.Reserved(slot);
      }
      entry.hand(job, lease, now);
      return handed(lease.in(Lease.State.HANDED), slot, true);
    }

    private LeaseOutcome handed(Lease lease, Slot slot, boolean first) {
      String code = codes.at().apply(lease.step()).digits();
      return new LeaseOutcome.Handed(code, slot, lease, first);
    }

    private LeasePlan plan() {
      return entry.track().plan(codes.period());
    }
  }
}
