package dev.twostep.keycloak.login;

import java.util.function.Supplier;

/** The edge where an outage or a bug becomes a refusal and an event, never a login. */
final class FailClosed {

  private final Exchange exchange;

  FailClosed(Exchange exchange) {
    this.exchange = exchange;
  }

  Turn turn(Supplier<Turn> move) {
    try {
      return move.get();
    } catch (RuntimeException e) {
      new Audit(exchange).failed(e);
      return new Turn.Refused(new Pages(exchange).refused("Unavailable"));
    }
  }
}
