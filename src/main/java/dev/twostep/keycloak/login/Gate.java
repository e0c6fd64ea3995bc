package dev.twostep.keycloak.login;

import java.util.Optional;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.services.managers.BruteForceProtector;

/** Whether the account may go on at all: asked before anything is sent or compared. */
final class Gate {

  private final Exchange exchange;

  Gate(Exchange exchange) {
    this.exchange = exchange;
  }

  /** A page if the account was disabled or locked, even since the password was right. */
  Optional<Turn> closed() {
    return error()
        .map(
            error -> {
              new Audit(exchange).closed(error);
              return new Turn.Refused(new Pages(exchange).refused("Locked"));
            });
  }

  private Optional<String> error() {
    if (!exchange.user().isEnabled()) {
      return Optional.of(Errors.USER_DISABLED);
    }
    return Optional.ofNullable(
        AuthenticatorUtils.getDisabledByBruteForceEventError(
            exchange.session().getProvider(BruteForceProtector.class),
            exchange.session(),
            exchange.realm(),
            exchange.user()));
  }
}
