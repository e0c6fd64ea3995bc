package dev.twostep.domain.policy;

import dev.twostep.domain.factor.FactorKind;
import java.util.Optional;
import java.util.Set;

/** What one scope says beside its requirement; empty where it leaves that to wider scopes. */
public record FactorRules(
    Optional<Set<FactorKind>> factors,
    Optional<FactorKind> first,
    Optional<Fallback> fallback,
    Optional<Grace> grace,
    TrustRules trust) {

  /** Says nothing. */
  public static final FactorRules NONE =
      new FactorRules(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public FactorRules {
    factors = factors.map(Set::copyOf);
  }

  /** Rules that say nothing about trusted devices. */
  public FactorRules(
      Optional<Set<FactorKind>> factors,
      Optional<FactorKind> first,
      Optional<Fallback> fallback,
      Optional<Grace> grace) {
    this(factors, first, fallback, grace, TrustRules.NONE);
  }
}
