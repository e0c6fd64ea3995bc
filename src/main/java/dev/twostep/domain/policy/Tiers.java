package dev.twostep.domain.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The subject's layers from the most specific rank to the least; those of one rank tie. */
record Tiers(List<List<ScopeLayer>> ranks) {

  private record Rank(ScopeKind kind, int depth) {}

  private static final Comparator<Rank> MOST_SPECIFIC_FIRST =
      Comparator.comparing(Rank::kind).thenComparing(Rank::depth).reversed();

  static Tiers of(List<ScopeLayer> layers) {
    return new Tiers(
        layers.stream()
            .sorted(Comparator.comparing((ScopeLayer layer) -> layer.scope().id()))
            .collect(
                Collectors.groupingBy(
                    layer -> new Rank(layer.scope().kind(), layer.depth()),
                    () -> new TreeMap<>(MOST_SPECIFIC_FIRST),
                    Collectors.toList()))
            .values()
            .stream()
            .map(List::copyOf)
            .toList());
  }

  Stream<ScopeLayer> all() {
    return ranks.stream().flatMap(List::stream);
  }

  /**
   * The layers of the most specific rank that say something, without the silent ones among them.
   */
  List<ScopeLayer> deciding(Predicate<Layer> says) {
    return ranks.stream()
        .map(rank -> rank.stream().filter(one -> says.test(one.layer())).toList())
        .filter(rank -> !rank.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** Every layer at least as specific as the rank that decides; all of them when none does. */
  Stream<ScopeLayer> downTo(Predicate<Layer> says) {
    int last = 0;
    while (last < ranks.size() && ranks.get(last).stream().noneMatch(l -> says.test(l.layer()))) {
      last++;
    }
    return ranks.stream().limit(last + 1L).flatMap(List::stream);
  }

  <T> Optional<T> nearest(Function<Layer, Optional<T>> aspect, BinaryOperator<T> tie) {
    return deciding(layer -> aspect.apply(layer).isPresent()).stream()
        .map(one -> aspect.apply(one.layer()).orElseThrow())
        .reduce(tie);
  }
}
