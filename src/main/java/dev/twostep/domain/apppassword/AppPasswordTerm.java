package dev.twostep.domain.apppassword;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long an app password lives: until a fixed instant, if it has one, and for as long as it is
 * used now and then, if the realm wants that. Instants know no time zone, so no shift of one moves
 * the end.
 *
 * @param usedAt the last use; the making counts as one
 * @param idle for how long it may lie unused; empty for ever
 */
public record AppPasswordTerm(
    Instant createdAt, Optional<Instant> expiresAt, Instant usedAt, Optional<Duration> idle) {

  /** Owners are told that long before. */
  public static final Duration NOTICE = Duration.ofDays(7);

  public AppPasswordTerm {
    usedAt = usedAt.isBefore(createdAt) ? createdAt : usedAt;
  }

  /** The first instant that is too late is the end itself. */
  public boolean isExpiredAt(Instant now) {
    return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
  }

  /** The same for one that nobody used for too long. */
  public boolean isUnusedAt(Instant now) {
    return unusedFrom().filter(end -> !now.isBefore(end)).isPresent();
  }

  /** When it dies if nobody uses it until then. */
  public Optional<Instant> unusedFrom() {
    return idle.map(usedAt::plus);
  }

  /** Whether it is time to tell that it expires; not any more once it has. */
  public boolean expiresSoonAt(Instant now) {
    return isSoon(expiresAt, now);
  }

  /** Whether it is time to tell that nobody uses it; not any more once it is dead. */
  public boolean isUnusedSoonAt(Instant now) {
    return isSoon(unusedFrom(), now);
  }

  private static boolean isSoon(Optional<Instant> end, Instant now) {
    return end.filter(now::isBefore).filter(at -> !now.isBefore(at.minus(NOTICE))).isPresent();
  }
}
