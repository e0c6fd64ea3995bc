package dev.twostep.domain.device;

import dev.twostep.domain.code.ConstantTime;
import java.time.Duration;
import java.time.Instant;

/**
 * The digests of a device's secret and of the one before it, which parallel tabs may still show.
 *
 * @param former empty text before the first change
 */
public record Secrets(String current, String former, Instant rotatedAt) {

  /** For how long a browser's other tabs may come with the secret before. */
  public static final Duration OVERLAP = Duration.ofSeconds(10);

  /** What a shown secret is. */
  public enum Shown {
    CURRENT,
    /** The one before, shown by a tab that set out at the same time. */
    OVERLAPPING,
    /** An old copy: somebody else has used the device since, or made the copy. */
    STALE
  }

  /** The first secret of a device. */
  public static Secrets first(String digest, Instant now) {
    return new Secrets(digest, "", now);
  }

  Shown judge(String digest, Instant now) {
    if (ConstantTime.same(current, digest)) {
      return Shown.CURRENT;
    }
    boolean overlaps = now.isBefore(rotatedAt.plus(OVERLAP));
    return overlaps && !former.isEmpty() && ConstantTime.same(former, digest)
        ? Shown.OVERLAPPING
        : Shown.STALE;
  }

  Secrets rotated(String next, Instant now) {
    return new Secrets(next, current, now);
  }

  @Override
  public String toString() {
    return "Secrets[******]";
  }
}
