package dev.twostep.application.limit;

import dev.twostep.application.limit.Tallies.Reservation;
import dev.twostep.domain.limit.Barring;
import dev.twostep.domain.limit.Caps;
import dev.twostep.domain.limit.Conversion;
import java.util.List;
import java.util.Optional;

/**
 * What the realm says about one message, before it is counted.
 *
 * @param network that asks for it
 * @param text what matters for text messages only
 */
public record Passage(String network, Caps perNetwork, Optional<Text> text) {

  /** The digits that a prefix does not have. */
  private static final int OWN_DIGITS = 4;

  /**
   * One text message.
   *
   * @param refused if the number itself is none to send to
   * @param country an ISO code to tell the administrators of, if it is one to watch
   */
  public record Text(
      String prefix,
      Optional<Barring> refused,
      Optional<String> country,
      Limits limits,
      Expense expense) {}

  /** The realm's limits of text messages. */
  public record Limits(Caps perPrefix, Caps perRealm, Conversion conversion) {}

  /** What it may cost at most, and whom. */
  public record Expense(long price, List<Budget> budgets) {
    private Reservation reservation(String letter) {
      return new Reservation(
          letter, price, budgets.stream().map(Budget::organization).sorted().toList());
    }
  }

  /** Nothing but the account's own limits. */
  public static Passage open() {
    return new Passage("", Caps.none(), Optional.empty());
  }

  /** What is put aside for it; empty if it costs nothing. */
  public Optional<Reservation> reservation(String letter) {
    return text.map(Text::expense)
        .filter(expense -> expense.price() > 0)
        .map(expense -> expense.reservation(letter));
  }

  /** The neighbourhood of a number, by which pumping shows: all but its last four digits. */
  public static String prefixOf(String e164) {
    return e164.substring(0, Math.max(1, e164.length() - OWN_DIGITS));
  }

  @Override
  public String toString() {
    return "Passage[" + (text.isPresent() ? "text" : "other") + "]";
  }
}
