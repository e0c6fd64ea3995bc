package dev.twostep.domain.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who wins: the most specific scope, the strictest of a tie, and an application that asks for more.
 */
final class Precedence {

  private final Tiers tiers;
  private final Optional<ScopeLayer> application;
  private final Requirement ofSubject;
  private final boolean raised;

  Precedence(Tiers tiers, Optional<ScopeLayer> application) {
    this.tiers = tiers;
    this.application = application;
    this.ofSubject =
        tiers.nearest(Layer::requirement, Requirement::strictest).orElse(Requirement.OFF);
    this.raised = ofApplication().isStricterThan(ofSubject);
  }

  /** Whether the application asks for more than the subject's own scopes. */
  boolean isRaised() {
    return raised;
  }

  Ruling ruling() {
    List<ScopeLayer> deciding = tiers.deciding(layer -> layer.requirement().isPresent());
    Optional<Scope> strictest =
        deciding.stream()
            .filter(one -> one.layer().requirement().equals(Optional.of(ofSubject)))
            .map(ScopeLayer::scope)
            .findFirst();
    Optional<Scope> winner = raised ? application.map(ScopeLayer::scope) : strictest;
    List<Loser> losers = new ArrayList<>();
    Stream.concat(tiers.all(), application.stream())
        .filter(one -> !Optional.of(one.scope()).equals(winner))
        .forEach(one -> losers.add(loser(one, deciding)));
    return new Ruling(raised ? ofApplication() : ofSubject, winner, losers, notes());
  }

  private Loser loser(ScopeLayer one, List<ScopeLayer> deciding) {
    Unmet unmet = unmet(one, deciding);
    return switch (unmet) {
      case READABLE ->
          new Loser(one.scope(), unmet, unmet.text() + ": " + one.layer().unreadable());
      case HONOURED -> new Loser(one.scope(), unmet, String.join("; ", one.layer().ignored()));
      default -> new Loser(one.scope(), unmet, unmet.text());
    };
  }

  private Unmet unmet(ScopeLayer one, List<ScopeLayer> deciding) {
    Layer layer = one.layer();
    if (!layer.unreadable().isEmpty()) {
      return Unmet.READABLE;
    }
    if (layer.requirement().isEmpty()) {
      return layer.ignored().isEmpty() ? Unmet.SETS_REQUIREMENT : Unmet.HONOURED;
    }
    if (application.isPresent() && application.get().equals(one)) {
      return Unmet.RAISES;
    }
    if (!deciding.contains(one)) {
      return Unmet.MOST_SPECIFIC;
    }
    if (layer.requirement().get() != ofSubject) {
      return Unmet.STRICTEST;
    }
    return raised ? Unmet.NOT_RAISED : Unmet.NAMED;
  }

  private List<String> notes() {
    return tiers
        .all()
        .flatMap(one -> one.layer().ignored().stream().map(why -> one.scope() + ": " + why))
        .toList();
  }

  private Requirement ofApplication() {
    return application.flatMap(one -> one.layer().requirement()).orElse(Requirement.OFF);
  }
}
