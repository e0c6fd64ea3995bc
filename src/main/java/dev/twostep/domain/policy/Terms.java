package dev.twostep.domain.policy;

import dev.twostep.domain.factor.FactorKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  /** What can be set up within a login, in the order of suggestion. */
  public List<FactorKind> choices() {
    return Stream.concat(first.stream(), Negotiation.ENROLLABLE.stream())
        .filter(factors::contains)
        .distinct()
        .toList();
  }
}
