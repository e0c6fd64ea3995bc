package dev.twostep.application.delivery;

import dev.twostep.domain.delivery.Delivery;
import java.util.List;

/** A message in words, and where it may be handed over. */
public sealed interface Worded {

  /** The gateways that may take it, in the order of the realm's routes. */
  record Ways(List<Way> ways) implements Worded {
    public Ways {
      ways = List.copyOf(ways);
    }
  }

  /** This channel cannot take it at all, for that reason. */
  record Nowhere(Delivery why) implements Worded {}
}
