package dev.twostep.keycloak.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The server's clock, which raises an alarm when it jumps: codes of authenticator apps, and all
 * limits, go wrong with it.
 */
final class WatchedClock extends Clock {

  private static final Duration HARMLESS = Duration.ofSeconds(30);

  private final Clock wall;
  private final LongSupplier steadyNanos;
  private final Consumer<Duration> alarm;
  private final AtomicLong offsetMillis;

  /**
   * @param steadyNanos a time that nobody sets, such as {@link System#nanoTime}
   */
  WatchedClock(Clock wall, LongSupplier steadyNanos, Consumer<Duration> alarm) {
    this.wall = wall;
    this.steadyNanos = steadyNanos;
    this.alarm = alarm;
    this.offsetMillis = new AtomicLong(offset(wall.instant()));
  }

  @Override
  public Instant instant() {
    Instant now = wall.instant();
    long offset = offset(now);
    long before = offsetMillis.get();
    Duration jump = Duration.ofMillis(offset - before);
    // Slow corrections are followed; of several threads that see a jump, one tells of it.
    if (offset != before
        && offsetMillis.compareAndSet(before, offset)
        && jump.abs().compareTo(HARMLESS) > 0) {
      alarm.accept(jump);
    }
    return now;
  }

  private long offset(Instant now) {
    return now.toEpochMilli() - Duration.ofNanos(steadyNanos.getAsLong()).toMillis();
  }

  @Override
  public ZoneId getZone() {
    return wall.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new WatchedClock(wall.withZone(zone), steadyNanos, alarm);
  }
}
