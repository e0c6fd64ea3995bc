package dev.twostep.domain.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long and how often a required enrolment may be put off: as a scope grants it, or what is left
 * of it for one user. Both limits count where both are set.
 */
public record Grace(Optional<Instant> until, OptionalInt skips) {

  public Grace {
    if (until.isEmpty() && skips.isEmpty()) {
      throw new IllegalArgumentException("a grace period has an end, a number of skips, or both");
    }
    if (skips.isPresent() && skips.getAsInt() < 0) {
      throw new IllegalArgumentException("skips cannot be negative");
    }
  }

  /** A grace period that ends at that moment. */
  public static Grace until(Instant end) {
    return new Grace(Optional.of(end), OptionalInt.empty());
  }

  /** A grace period of that many put-offs. */
  public static Grace skips(int count) {
    return new Grace(Optional.empty(), OptionalInt.of(count));
  }

  /** Whether enrolment may be put off at that moment. */
  public boolean lastsAt(Instant now) {
    return until.map(now::isBefore).orElse(true) && (skips.isEmpty() || skips.getAsInt() > 0);
  }

  /** The shorter of both in each respect. */
  public Grace and(Grace other) {
    Optional<Instant> end = until.isEmpty() ? other.until : until;
    if (end.isPresent() && other.until.isPresent() && other.until.get().isBefore(end.get())) {
      end = other.until;
    }
    OptionalInt count = skips.isEmpty() ? other.skips : skips;
    if (count.isPresent() && other.skips.isPresent()) {
      count = OptionalInt.of(Math.min(count.getAsInt(), other.skips.getAsInt()));
    }
    return new Grace(end, count);
  }

  /** What to remember for the user once enrolment was put off one more time. */
  public Grace afterSkip() {
    return skips.isEmpty()
        ? this
        : new Grace(until, OptionalInt.of(Math.max(0, skips.getAsInt() - 1)));
  }
}
