package dev.twostep.keycloak.robot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Whether this server's clock agrees with the database's, which all nodes share: a wrong clock
 * makes wrong codes, and nothing else would tell.
 */
public final class ClockCheck {

  /** A code is right for thirty seconds; a sixth of that is the portal's to lose. */
  static final Duration MOST_OFF = Duration.ofSeconds(5);

  private static final Duration KEEP = Duration.ofSeconds(10);

  private final Clock clock;
  private final Supplier<Instant> database;
  private volatile Found last = new Found(Instant.MIN, false);

  private record Found(Instant at, boolean right) {

    /** Also not if the clock was set back since. */
    boolean isFresh(Instant now) {
      return !at.isAfter(now) && at.plus(KEEP).isAfter(now);
    }
  }

  /**
   * @param database what its clock shows
   */
  public ClockCheck(Clock clock, Supplier<Instant> database) {
    this.clock = clock;
    this.database = database;
  }

  /** Asks the database every ten seconds at most. */
  public boolean isRight() {
    Instant now = clock.instant();
    Found known = last;
    if (known.right() && known.isFresh(now)) {
      return true;
    }
    boolean right = agrees();
    last = new Found(now, right);
    return right;
  }

  /** The clock jumped: what was found before says nothing any more. */
  public void doubt() {
    last = new Found(Instant.MIN, false);
  }

  /** The answer takes time: anything between the question and it is right. */
  private boolean agrees() {
    Instant asked = clock.instant();
    Instant there = database.get();
    Instant answered = clock.instant();
    return !there.isBefore(asked.minus(MOST_OFF)) && !there.isAfter(answered.plus(MOST_OFF));
  }
}
