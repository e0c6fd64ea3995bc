package dev.twostep.domain.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every rule that concerns one login: the realm's state, the layers of the subject in any order,
 * and that of the application.
 */
public record Rulebook(
    StateSetting state, List<ScopeLayer> layers, Optional<ScopeLayer> application) {

  public Rulebook {
    layers = List.copyOf(layers);
  }

  /** Whether any scope, the application included, grants a grace period at all. */
  public boolean grantsGrace() {
    return Stream.concat(layers.stream(), application.stream())
        .anyMatch(one -> one.layer().rules().grace().isPresent());
  }
}
