package dev.twostep.application.portal;

import dev.twostep.application.portal.Leases.Entry;
import dev.twostep.application.portal.Leases.Job;
import dev.twostep.domain.portal.Lease;
import dev.twostep.domain.portal.Lease.State;
import dev.twostep.domain.portal.ReportOutcome;
import dev.twostep.domain.portal.TrackRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Writes down what a portal said to a code, learns its clock, and stops it in time. */
public final class ReportCode {

  /** A {@code Date} header names the second that has begun. */
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  /** Of a time that comes later nobody knows when the portal said it. */
  private static final Duration MOST_LATE = Duration.ofSeconds(60);

  private final Leases leases;
  private final Clock clock;

  public ReportCode(Leases leases, Clock clock) {
    this.leases = leases;
    this.clock = clock;
  }

  /**
   * What became of a code.
   *
   * @param portalTime what the portal's clock showed a moment ago
   */
  public record Report(boolean accepted, Optional<Instant> portalTime) {

    /** Where nobody knows how our own clock is. */
    public Report timeless() {
      return new Report(accepted, Optional.empty());
    }
  }

  public ReportOutcome report(String portal, Job job, Report report) {
    return leases
        .settle(portal, entry -> outcome(entry, job, report))
        .orElseGet(ReportOutcome.Unknown::new);
  }

  private ReportOutcome outcome(Entry entry, Job job, Report report) {
    return entry
        .handed(job)
        .map(lease -> outcome(entry, lease, report))
        .orElseGet(ReportOutcome.Unknown::new);
  }

  private ReportOutcome outcome(Entry entry, Lease lease, Report report) {
    State said = report.accepted() ? State.ACCEPTED : State.REFUSED;
    if (lease.state().isReported()) {
      return lease.state() == said
          ? new ReportOutcome.Repeated(lease)
          : new ReportOutcome.Contradicted(lease);
    }
    Instant now = clock.instant();
    TrackRecord track =
        after(entry, lease.isOlder(MOST_LATE, now) ? report.timeless() : report, now);
    entry.report(lease.in(said), track, now);
    boolean stopped = !report.accepted() && track.refusals() == TrackRecord.MOST_REFUSALS;
    if (stopped) {
      entry.stop();
    }
    return new ReportOutcome.Taken(lease.in(said), stopped);
  }

  private static TrackRecord after(Entry entry, Report report, Instant now) {
    Optional<Duration> seen =
        report.portalTime().map(time -> Duration.between(now, time).plus(HALF_A_SECOND));
    return report.accepted()
        ? entry.track().accepted(seen, entry.period())
        : entry.track().refused(seen);
  }
}
