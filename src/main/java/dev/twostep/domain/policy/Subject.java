package dev.twostep.domain.policy;

import dev.twostep.domain.factor.FactorKind;
import java.util.List;
import java.util.Optional;

/**
 * The user who logs in.
 *
 * @param has the factors that would work now, in the user's own order
 * @param standing what is left of a grace period granted earlier; empty when none ever was
 * @param preferred what the user wants to be asked first, where policy lets it be first
 */
public record Subject(
    Choice choice, List<FactorKind> has, Optional<Grace> standing, Optional<FactorKind> preferred) {

  public Subject {
    has = List.copyOf(has);
  }

  /** Somebody without a preference. */
  public Subject(Choice choice, List<FactorKind> has, Optional<Grace> standing) {
    this(choice, has, standing, Optional.empty());
  }
}
