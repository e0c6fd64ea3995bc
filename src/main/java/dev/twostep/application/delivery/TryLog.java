package dev.twostep.application.delivery;

import dev.twostep.domain.factor.FactorKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** The tries that are written down and whose end a receipt may tell; short transactions. */
public interface TryLog {

  /** How a receipt's address names a try. */
  record Name(String realm, String gateway, String id) {

    @Override
    public String toString() {
      return gateway + "/" + id;
    }
  }

  /** What a receipt says; {@code state} is DELIVERED or UNDELIVERED. */
  record End(
      LetterState state,
      Optional<String> reference,
      String reason,
      Optional<BigDecimal> price,
      Instant at) {}

  /** A try whose end is known now. */
  record Settled(Name name, String letter, FactorKind channel) {}

  /** What became of the letter itself. */
  enum Moved {
    YES,
    /** It is as far already, or another try counts. */
    NO,
    /** Whoever sends it has not closed it yet. */
    NOT_YET
  }

  boolean isKnown(Name name);

  /**
   * Writes the end down unless one is there already; empty then, and for an unknown try or one that
   * the service itself calls otherwise.
   */
  Optional<Settled> settle(Name name, End end);

  /** Moves the letter from sent to that end, if this try is the one that it was sent by. */
  Moved move(Settled settled, End end);
}
