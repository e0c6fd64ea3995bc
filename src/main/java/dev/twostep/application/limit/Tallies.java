package dev.twostep.application.limit;

import dev.twostep.domain.limit.Slot;
import dev.twostep.domain.limit.Tally;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is counted over all accounts of one realm, by all nodes; inside one settlement. */
public interface Tallies {

  /**
   * One more count.
   *
   * @param most beyond which its present slot must not grow, whoever else counts meanwhile
   */
  record Charge(Tally tally, long amount, long most) {

    public static Charge unlimited(Tally tally, long amount) {
      return new Charge(tally, amount, Long.MAX_VALUE);
    }
  }

  /** Somebody else took what was left in this very moment: the settlement is to be run again. */
  final class Contended extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Contended() {
      super("a limit was reached by somebody else at the same moment");
    }
  }

  /**
   * Money put aside for one text message until it is known which gateway took it.
   *
   * @param letter the message
   * @param amount in millionths
   * @param budgets that it is charged to, by organization; the empty one is the realm's
   */
  record Reservation(String letter, long amount, List<String> budgets) {}

  String realm();

  /** The slots that are not over before then, of each of them; never null. */
  Map<Tally, List<Slot>> read(Collection<Tally> tallies, Instant since);

  /**
   * Counts all of it or nothing. Call it last: these rows are shared by everybody.
   *
   * @throws Contended if a most would be passed
   */
  void add(List<Charge> charges, Instant now);

  /** The same for a message that costs something: what it was charged can be corrected later. */
  void pay(List<Charge> charges, Optional<Reservation> reservation, Instant now);

  /** Whether an administrator lets messages to that prefix out, whatever was counted. */
  boolean isLetOut(String prefix, Instant now);

  /** The name under which others may know it: a keyed digest. */
  String nameOf(Tally tally);
}
