package dev.twostep.domain.pass;

import java.time.Duration;
import java.time.Instant;

/** For how long a pass is good: one hour to use it, then ten minutes to set a factor up. */
public record PassTerm(Instant issuedAt, Instant expiresAt) {

  public static final Duration LIFE = Duration.ofHours(1);
  public static final Duration SET_UP = Duration.ofMinutes(10);

  public PassTerm {
    if (expiresAt.isAfter(issuedAt.plus(LIFE))) {
      throw new IllegalArgumentException("a pass lives an hour at most");
    }
  }

  /** The term of a pass that is issued now. */
  public static PassTerm from(Instant now) {
    return new PassTerm(now, now.plus(LIFE));
  }

  /** The first instant that is too late is the end itself. */
  public boolean isLiveAt(Instant now) {
    return now.isBefore(expiresAt);
  }

  /** Whether a factor may still be set up on the strength of a pass that was used then. */
  public static boolean isSetUpOpen(Instant usedAt, Instant now) {
    return now.isBefore(usedAt.plus(SET_UP));
  }
}
