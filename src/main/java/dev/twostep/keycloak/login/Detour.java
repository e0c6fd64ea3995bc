package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Barring;
import java.util.List;
import java.util.Optional;

/** Where a login goes on when no message goes out by the way that was asked for. */
final class Detour {

  private final Exchange exchange;
  private final Ways ways;
  private final List<FactorKind> order;

  Detour(Exchange exchange, Ways ways, List<FactorKind> order) {
    this.exchange = exchange;
    this.ways = ways;
    this.order = order;
  }

  /** To e-mail by itself, else to the list of ways; that turn itself if there is no other way. */
  Turn around(FactorKind way, FactorTurns turns, Turn turn) {
    Optional<Barring> barring = turns.barring();
    if (barring.isEmpty()) {
      return turn;
    }
    List<FactorKind> left =
        order.stream().filter(kind -> isOpen(kind, way, barring.get())).toList();
    if (left.contains(FactorKind.EMAIL)) {
      return byEmail(turn);
    }
    if (left.isEmpty()) {
      return turn;
    }
    exchange.notes().step(new Step(Step.Kind.CHOOSE, way));
    return ways.chooseInstead(left);
  }

  private static boolean isOpen(FactorKind kind, FactorKind way, Barring barring) {
    boolean message = kind == FactorKind.SMS || kind == FactorKind.EMAIL;
    return kind != way && !(message && barring.isOfEveryMessage());
  }

  private Turn byEmail(Turn barred) {
    exchange.notes().step(new Step(Step.Kind.ASK, FactorKind.EMAIL));
    FactorTurns email = ways.turns(FactorKind.EMAIL, order);
    if (email instanceof MessageTurns message) {
      message.insteadOfText();
    }
    Turn turn = email.ask();
    return email.barring().isPresent() ? barred : turn;
  }
}
