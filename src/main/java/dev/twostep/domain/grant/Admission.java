package dev.twostep.domain.grant;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Decision;
import java.util.List;

/** What a policy decision means for a request of tokens that came with a right password. */
public sealed interface Admission {

  /** The password is enough; {@code how} goes on record. */
  record Free(String how) implements Admission {}

  /** One of these factors must answer as well; all of them can do so without a page. */
  record Owed(List<FactorKind> factors) implements Admission {
    public Owed {
      factors = List.copyOf(factors);
    }
  }

  /** No token by this way, whatever else is given. */
  record Denied(GrantReason reason) implements Admission {}

  /** Reads a decision; one that only observes lets everybody in. */
  static Admission of(Decision decision) {
    return decision.acts()
        ? decision.when(new Admissions())
        : new Free("observed:" + decision.explanation().rule());
  }

  /** Whether the password alone opens this door. */
  default boolean isFree() {
    return this instanceof Free;
  }
}
