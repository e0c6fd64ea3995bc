package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Grace;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.credential.RemovalCheck;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;

/** Sets up a phone or an e-mail address by request of an application or the account console. */
final class EnrolContact implements TurnAction {

  private final FactorKind kind;

  EnrolContact(FactorKind kind) {
    this.kind = kind;
  }

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    // The policy may have had it set up already on the way to this action.
    if (new ActionExchange(context).notes().hasEnrolled(kind)) {
      context.success();
      return;
    }
    TurnAction.super.requiredActionChallenge(context);
  }

  @Override
  public Turn turn(Exchange exchange, boolean answered) {
    return held(exchange).orElseGet(() -> enrolment(exchange).turn(answered));
  }

  /** An address that is there gives way to another only where it could be removed, too. */
  private Optional<Turn> held(Exchange exchange) {
    RemovalCheck check = new RemovalCheck(exchange.session(), exchange.user());
    return new AccountFactors(exchange.realm(), exchange.user())
        .contact(kind)
        .flatMap(check::toReplacing)
        .map(RefusalKey::of)
        .map(reason -> new Turn.Refused(new Pages(exchange).refused(reason)));
  }

  private EnrolmentTurns enrolment(Exchange exchange) {
    return new EnrolmentTurns(exchange, List.of(kind), Optional.<Grace>empty());
  }
}
