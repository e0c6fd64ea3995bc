package dev.twostep.keycloak.store;

import dev.twostep.application.limit.Tallies.Charge;
import dev.twostep.application.limit.Tallies.Reservation;
import dev.twostep.domain.limit.Tally;
import dev.twostep.domain.limit.Tally.Kind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Rows of money: put aside, spent, and moved from one to the other. */
final class Costs {

  private static final Tally REALM = new Tally(Kind.SPENT, "");

  private Costs() {}

  static CostEntity reserved(String realm, Reservation reservation, Instant now) {
    CostEntity row = new CostEntity();
    row.id = reservation.letter();
    row.realmId = realm;
    row.budgets =
        String.join(" ", reservation.budgets().stream().filter(b -> !b.isEmpty()).toList());
    row.day = REALM.slotAt(now).toEpochMilli();
    row.amount = reservation.amount();
    return row;
  }

  /** A message that had nothing put aside, such as a notice: the realm pays. */
  static CostEntity unreserved(String realm, Instant now) {
    return reserved(realm, new Reservation("", 0, List.of()), now);
  }

  /** A try at that letter; costs nothing yet. */
  static CostEntity tried(String id, CostEntity letter) {
    CostEntity row = new CostEntity();
    row.id = id;
    row.realmId = letter.realmId;
    row.budgets = letter.budgets;
    row.day = letter.day;
    return row;
  }

  /** The same amount for everybody who pays for it: the realm, and organizations with budgets. */
  static List<Charge> charges(CostEntity row, long amount) {
    return amount == 0
        ? List.of()
        : Stream.concat(
                Stream.of(REALM),
                Stream.of(row.budgets.split(" ", -1))
                    .filter(organization -> !organization.isEmpty())
                    .map(organization -> new Tally(Kind.SPENT, organization)))
            .map(tally -> Charge.unlimited(tally, amount))
            .toList();
  }
}
