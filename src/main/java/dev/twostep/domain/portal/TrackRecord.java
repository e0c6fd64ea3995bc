package dev.twostep.domain.portal;

import java.time.Duration;
import java.util.Optional;

/**
 * How a portal took its codes of late.
 *
 * @param refusals in a row
 * @param drift how far its clock is believed to be ahead of ours
 */
public record TrackRecord(int refusals, Duration drift) {

  /** As many refusals in a row mean that the key is wrong: more would lock the account there. */
  public static final int MOST_REFUSALS = 3;

  /** No portal that is further off has users who can log in. */
  public static final Duration FARTHEST = Duration.ofMinutes(5);

  /** Of a key that was just proven. */
  public static final TrackRecord NEW = new TrackRecord(0, Duration.ZERO);

  /**
   * The portal took a code.
   *
   * @param seen how far ahead its clock was then, if it said so
   */
  public TrackRecord accepted(Optional<Duration> seen) {
    // Half the way: a slow line must not move what works.
    return new TrackRecord(0, seen.map(this::halfWayTo).orElse(drift));
  }

  /** The portal did not take a code; what it says of its clock is believed at once. */
  public TrackRecord refused(Optional<Duration> seen) {
    return new TrackRecord(refusals + 1, seen.map(TrackRecord::within).orElse(drift));
  }

  public LeasePlan plan(Duration period) {
    return refusals == 0 ? LeasePlan.usual(period, drift) : LeasePlan.careful(period, drift);
  }

  private Duration halfWayTo(Duration seen) {
    return within(drift.plus(within(seen).minus(drift).dividedBy(2)));
  }

  private static Duration within(Duration seen) {
    if (seen.abs().compareTo(FARTHEST) <= 0) {
      return seen;
    }
    return seen.isNegative() ? FARTHEST.negated() : FARTHEST;
  }
}
