package dev.twostep.domain.factor;

import java.time.Duration;
import java.time.Instant;

/**
 * Who slipped a factor of their own into an account shall not push the owner's out with it: for a
 * day, a new factor removes none that is older than itself (C36).
 */
public final class Seniority {

  /** Long enough for the owner to read the notice and to say that it was not them. */
  public static final Duration PROBATION = Duration.ofHours(24);

  private Seniority() {}

  /**
   * Whether a factor added at {@code prover} may remove one added at {@code target}.
   *
   * @param prover when the factor was added that the user has just proven
   */
  public static boolean mayRemove(Instant prover, Instant target, Instant now) {
    boolean onProbation = prover.plus(PROBATION).isAfter(now);
    return !onProbation || !target.isBefore(prover);
  }
}
