package dev.twostep.domain.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every rule that concerns one login: the realm's state, the layers of the subject in any order,
 * that of the application, and how often it asks.
 */
public record Rulebook(
    StateSetting state,
    List<ScopeLayer> layers,
    Optional<ScopeLayer> application,
    Occasions occasions) {

  public Rulebook {
    layers = List.copyOf(layers);
  }

  /** The same for an application that asks as often as the default says. */
  public Rulebook(StateSetting state, List<ScopeLayer> layers, Optional<ScopeLayer> application) {
    this(state, layers, application, Occasions.DEFAULT);
  }

  /** Whether any scope, the application included, grants a grace period at all. */
  public boolean grantsGrace() {
    return Stream.concat(layers.stream(), application.stream())
        .anyMatch(one -> one.layer().rules().grace().isPresent());
  }
}
