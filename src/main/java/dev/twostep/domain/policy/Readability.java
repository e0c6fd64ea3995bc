package dev.twostep.domain.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds values that cannot be read and that might have decided: there the login is refused. */
final class Readability {

  private final Rulebook rules;
  private final Tiers tiers;

  Readability(Rulebook rules, Tiers tiers) {
    this.rules = rules;
    this.tiers = tiers;
  }

  /** What to repair, one entry per scope; empty when everything that matters can be read. */
  List<String> obstacles(Requirement outcome) {
    List<String> found = new ArrayList<>();
    rules.state().problem().ifPresent(problem -> found.add("realm: " + problem));
    Stream<ScopeLayer> suspects =
        Stream.concat(
            rules.application().stream(), tiers.downTo(layer -> layer.requirement().isPresent()));
    if (outcome != Requirement.OFF) {
      suspects = Stream.concat(suspects, ofFactorRules());
    }
    suspects
        .filter(one -> !one.layer().unreadable().isEmpty())
        .distinct()
        .forEach(one -> found.add(one.scope() + ": " + one.layer().unreadable()));
    return found;
  }

  private Stream<ScopeLayer> ofFactorRules() {
    return Stream.of(
            suspects(layer -> layer.rules().factors().isPresent(), Layer.FACTORS),
            suspects(layer -> layer.rules().first().isPresent(), Layer.FIRST),
            suspects(layer -> layer.rules().fallback().isPresent(), Layer.FALLBACK),
            suspects(
                layer -> layer.rules().grace().isPresent(), Layer.GRACE_UNTIL, Layer.GRACE_SKIPS),
            suspects(layer -> layer.rules().trust().days().isPresent(), Layer.TRUST_DAYS),
            suspects(layer -> layer.rules().trust().passcode().isPresent(), Layer.PASSCODE))
        .flatMap(stream -> stream);
  }

  private Stream<ScopeLayer> suspects(Predicate<Layer> says, String... attributes) {
    return tiers.downTo(says).filter(one -> one.layer().cannotRead(attributes));
  }
}
