package dev.twostep.domain.portal;

import java.time.Duration;
import java.time.Instant;

/**
 * Which time step of a portal a job gets, by the portal's own clock.
 *
 * @param drift how far the portal's clock is ahead of ours
 * @param least how much of a step must be left, lest the code be late at the portal
 */
public record LeasePlan(Duration period, Duration drift, Duration least) {

  /** Seven seconds: a page to load, a code to type, a form to send. */
  public static final Duration LEAST = Duration.ofSeconds(7);

  /** A step of one job: its code counts from {@code begins} to {@code ends}, by our clock. */
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
    Instant begins = Instant.ofEpochMilli(step * period.toMillis()).minus(drift);
    return new Slot(step, begins, begins.plus(period));
  }
}
