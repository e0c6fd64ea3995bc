package dev.twostep.application.limit;

import dev.twostep.application.limit.Tallies.Charge;
import dev.twostep.domain.limit.Barring;
import java.util.List;

/** Whether one message may go out, by the limits that all accounts share. */
public sealed interface Toll {

  /** It may, and costs that. */
  record Free(List<Charge> charges, Signs signs) implements Toll {
    public Free {
      charges = List.copyOf(charges);
    }
  }

  /** It may not; {@code budget} holds what is spent, if that is why. */
  record Barred(Barring reason, List<Budget> budget) implements Toll {
    Barred(Barring reason) {
      this(reason, List.of());
    }
  }
}
