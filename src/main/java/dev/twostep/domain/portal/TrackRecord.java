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
   * @param period of its codes: none that it took was off by much more
   */
  public TrackRecord accepted(Optional<Duration> seen, Duration period) {
    // Half the way: neither a slow line nor a wrong date must move what works.
    return new TrackRecord(0, seen.map(time -> halfWayTo(time, period)).orElse(drift));
  }

  /** The portal did not take a code; what it says of its clock is believed at once. */
  public TrackRecord refused(Optional<Duration> seen) {
    return new TrackRecord(refusals + 1, seen.map(time -> within(time, FARTHEST)).orElse(drift));
  }

  public LeasePlan plan(Duration period) {
    return refusals == 0 ? LeasePlan.usual(period, drift) : LeasePlan.careful(period, drift);
  }

  private Duration halfWayTo(Duration seen, Duration most) {
    Duration move = within(seen, FARTHEST).minus(drift).dividedBy(2);
    return within(drift.plus(within(move, most)), FARTHEST);
  }

  private static Duration within(Duration seen, Duration most) {
    if (seen.abs().compareTo(most) <= 0) {
      return seen;
    }
    return seen.isNegative() ? most.negated() : most;
  }
}
