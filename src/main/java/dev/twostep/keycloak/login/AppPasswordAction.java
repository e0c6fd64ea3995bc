package dev.twostep.keycloak.login;

import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;

/** Makes an app password by request of the account console or of one's own page. */
final class AppPasswordAction implements RequiredActionProvider {

  @Override
  public InitiatedActionSupport initiatedActionSupport() {
    return InitiatedActionSupport.SUPPORTED;
  }

  @Override
  public void evaluateTriggers(RequiredActionContext context) {}

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    run(context, false);
  }

  @Override
  public void processAction(RequiredActionContext context) {
    run(context, true);
  }

  private static void run(RequiredActionContext context, boolean answered) {
    Exchange exchange = new ActionExchange(context);
    new ActionEnding(context, exchange)
        .end(
            new FailClosed(exchange)
                .turn(
                    () ->
                        new Gate(exchange)
                            .closed()
                            .orElseGet(() -> new AppPasswordTurns(exchange).turn(answered))));
  }

  @Override
  public void close() {}
}
