package dev.twostep.domain.policy;

import dev.twostep.domain.factor.FactorKind;
import java.util.List;
import java.util.Optional;

/**
 * The user who logs in.
 *
 * @param has the factors that would work now, in the user's own order
 * @param standing what is left of a grace period granted earlier; empty when none ever was
 */
public record Subject(Choice choice, List<FactorKind> has, Optional<Grace> standing) {

  public Subject {
    has = List.copyOf(has);
  }
}
