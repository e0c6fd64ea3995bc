package dev.twostep.domain.policy;

import dev.twostep.domain.factor.FactorKind;
import java.time.Duration;
import java.time.Instant;

/** A second factor that was proven in this session, and when. */
public record Proof(FactorKind factor, Instant at) {

  /** How long a proof allows changes of an account. */
  public static final Duration FRESH = Duration.ofMinutes(5);

  /**
   * Whether it allows a change now: recent, and of a factor that its owner alone has. A clock that
   * was set back makes no old proof young.
   */
  public boolean allowsChangeAt(Instant now) {
    return factor.isPersonal() && Duration.between(at, now).abs().compareTo(FRESH) <= 0;
  }
}
