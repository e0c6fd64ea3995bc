package dev.twostep.domain.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often somebody may ask: evenly so many times a minute, and a sixth of that at once after a
 * rest, but fifty at least.
 *
 * @param nanos between two
 */
public record Pace(long nanos, long atOnce) {

  private static final long LEAST_AT_ONCE = 50;

  public static Pace perMinute(int most) {
    return new Pace(Duration.ofMinutes(1).toNanos() / most, Math.max(LEAST_AT_ONCE, most / 6));
  }

  /**
   * The answer to one more request.
   *
   * @param paidUntil to be kept until the next one
   * @param retry empty if it may go on
   */
  public record Step(Instant paidUntil, Optional<Duration> retry) {}

  /** One more at {@code now}; whatever was kept by another clock or limit is cut to these. */
  public Step next(Instant paidUntil, Instant now) {
    Instant farthest = now.plusNanos(nanos * atOnce);
    Instant known = paidUntil.isAfter(farthest) ? farthest : paidUntil;
    Instant paid = (known.isBefore(now) ? now : known).plusNanos(nanos);
    Duration over = Duration.between(farthest, paid);
    return over.isNegative() || over.isZero()
        ? new Step(paid, Optional.empty())
        : new Step(known, Optional.of(over));
  }
}
