package dev.twostep.keycloak.login;

import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;

/** A required action that talks in turns, behind the same gate and failing as closed as a login. */
interface TurnAction extends RequiredActionProvider {

  /** The answer to one request: to a posted form, or to a page that was asked for. */
  Turn turn(Exchange exchange, boolean answered);

  @Override
  default InitiatedActionSupport initiatedActionSupport() {
    return InitiatedActionSupport.SUPPORTED;
  }

  @Override
  default void evaluateTriggers(RequiredActionContext context) {}

  @Override
  default void requiredActionChallenge(RequiredActionContext context) {
    run(context, false);
  }

  @Override
  default void processAction(RequiredActionContext context) {
    run(context, true);
  }

  private void run(RequiredActionContext context, boolean answered) {
    Exchange exchange = new ActionExchange(context);
    new ActionEnding(context, exchange)
        .end(
            new FailClosed(exchange)
                .turn(() -> new Gate(exchange).closed().orElseGet(() -> turn(exchange, answered))));
  }

  @Override
  default void close() {}
}
