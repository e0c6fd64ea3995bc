package dev.twostep.domain.policy;

import dev.twostep.domain.factor.FactorKind;
import java.util.List;
import java.util.Optional;

/**
 * Which factor a login asks for first, and which ones the user could prefer to it.
 *
 * @param now empty when the user has none that policy allows
 */
public record AskedFirst(Optional<FactorKind> now, List<FactorKind> possible) {

  public AskedFirst {
    possible = List.copyOf(possible);
  }

  /** For that user under those rules. */
  public static AskedFirst of(Subject subject, Terms terms) {
    AskOrder order = new AskOrder(subject.has(), terms, subject.preferred());
    return new AskedFirst(order.order().stream().findFirst(), order.firsts());
  }
}
