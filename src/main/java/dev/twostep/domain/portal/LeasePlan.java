package dev.twostep.domain.portal;

import java.time.Duration;
import java.time.Instant;

/**
 * Which time step of a portal a job gets, by the portal's own clock.
 *
 * @param drift how far the portal's clock is ahead of ours
 * @param margin how long after its beginning a step is not handed out yet
 * @param least how much of a step must be left, lest the code be late at the portal
 */
public record LeasePlan(Duration period, Duration drift, Duration margin, Duration least) {

  /** Seven seconds: a page to load, a code to type, a form to send. */
  public static final Duration LEAST = Duration.ofSeconds(7);

  /** A step of one job: its code may be handed out from {@code begins} to {@code ends}. */
  public record Slot(long step, Instant begins, Instant ends) {

    /** Nothing once it has begun. */
    public Duration waiting(Instant now) {
      Duration until = Duration.between(now, begins);
      return until.isNegative() ? Duration.ZERO : until;
    }

    public Duration left(Instant now) {
      return Duration.between(now, ends);
    }
  }

  /** For a portal whose clock is believed. */
  public static LeasePlan usual(Duration period, Duration drift) {
    return new LeasePlan(period, drift, Duration.ZERO, LEAST);
  }

  /** For one that refused a code: only the middle of a step is right with either clock. */
  public static LeasePlan careful(Duration period, Duration drift) {
    Duration quarter = period.dividedBy(4);
    return new LeasePlan(period, drift, quarter, LEAST.compareTo(quarter) > 0 ? LEAST : quarter);
  }

  /** The first step that nobody had before and that leaves time enough. */
  public Slot next(Instant now, long lastGiven) {
    Slot current = slot(Math.floorDiv(now.plus(drift).toEpochMilli(), period.toMillis()));
    long soonest = isEnough(current, now) ? current.step() : current.step() + 1;
    return slot(Math.max(soonest, lastGiven + 1));
  }

  /** Whether a code of that step may still be handed out. */
  public boolean isEnough(Slot slot, Instant now) {
    return slot.left(now).compareTo(least) >= 0;
  }

  public Slot slot(long step) {
    Instant first = Instant.ofEpochMilli(step * period.toMillis()).minus(drift);
    return new Slot(step, first.plus(margin), first.plus(period));
  }
}
