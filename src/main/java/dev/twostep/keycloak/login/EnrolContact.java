package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Grace;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.credential.FactorRemoval;
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
    new ActionEnding(context, exchange)
        .end(new FailClosed(exchange).turn(() -> turn(exchange, answered)));
  }

  private Turn turn(Exchange exchange, boolean answered) {
    return new Gate(exchange)
        .closed()
        .or(() -> held(exchange))
        .orElseGet(() -> enrolment(exchange).turn(answered));
  }

  /** An address that is there gives way to another only where it could be removed, too. */
  private Optional<Turn> held(Exchange exchange) {
    FactorRemoval removal = new FactorRemoval(exchange.session(), exchange.user());
    return new AccountFactors(exchange.realm(), exchange.user())
        .contact(kind)
        .flatMap(removal::toReplacing)
        .map(RefusalKey::of)
        .map(reason -> new Turn.Refused(new Pages(exchange).refused(reason)));
  }

  private EnrolmentTurns enrolment(Exchange exchange) {
    return new EnrolmentTurns(exchange, List.of(kind), Optional.<Grace>empty());
  }

  @Override
  public void close() {}
}
