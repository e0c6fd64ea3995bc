package dev.twostep.domain.policy;

import dev.twostep.domain.factor.FactorKind;
import java.util.Optional;
import java.util.Set;

/**
 * The factor rules in force for one login.
 *
 * @param first what is enrolled first; empty when nothing that is allowed can be enrolled in a
 *     login
 */
public record Terms(
    Set<FactorKind> factors, Optional<FactorKind> first, Fallback fallback, Optional<Grace> grace) {

  public Terms {
    factors = Set.copyOf(factors);
  }
}
