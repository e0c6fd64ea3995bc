package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Grace;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;

/** Sets up a phone or an e-mail address by request of an application or the account console. */
final class EnrolContact implements RequiredActionProvider {

  private final FactorKind kind;

  EnrolContact(FactorKind kind) {
    this.kind = kind;
  }

  @Override
  public InitiatedActionSupport initiatedActionSupport() {
    return InitiatedActionSupport.SUPPORTED;
  }

  @Override
  public void evaluateTriggers(RequiredActionContext context) {}

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    // The policy may have had it set up already on the way to this action.
    if (new ActionExchange(context).notes().hasEnrolled(kind)) {
      context.success();
      return;
    }
    run(context, false);
  }

  @Override
  public void processAction(RequiredActionContext context) {
    run(context, true);
  }

  private void run(RequiredActionContext context, boolean answered) {
    Exchange exchange = new ActionExchange(context);
    FailClosed edge = new FailClosed(exchange);
    new ActionEnding(context, exchange)
        .end(
            edge.turn(
                () ->
                    new Gate(exchange)
                        .closed()
                        .orElseGet(() -> enrolment(exchange).turn(answered))));
  }

  private EnrolmentTurns enrolment(Exchange exchange) {
    return new EnrolmentTurns(exchange, List.of(kind), Optional.<Grace>empty());
  }

  @Override
  public void close() {}
}
