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

  /** One more at {@code now}. */
  public Step next(Instant paidUntil, Instant now) {
    Instant from = paidUntil.isBefore(now) ? now : paidUntil;
    Instant paid = from.plusNanos(nanos);
    Duration over = Duration.between(now.plusNanos(nanos * atOnce), paid);
    return over.isNegative() || over.isZero()
        ? new Step(paid, Optional.empty())
        : new Step(paidUntil, Optional.of(over));
  }
}
