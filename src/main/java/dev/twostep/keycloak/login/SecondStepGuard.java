package dev.twostep.keycloak.login;

import dev.twostep.domain.policy.Decision;
import dev.twostep.domain.policy.Waiver;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Stands at the end of every road to a session: identity providers, registration, a reset password,
 * flows that somebody wired without us. Where the second step was not settled on the way, it is
 * held here, before any other required action.
 */
final class SecondStepGuard implements RequiredActionProvider {

  /**
   * Keycloak leaves out an action that an application requests ({@code kc_action}) and that says no
   * to it, for the rest of that login: whoever requested the guard would not meet it.
   */
  @Override
  public InitiatedActionSupport initiatedActionSupport() {
    return InitiatedActionSupport.SUPPORTED;
  }

  @Override
  public void evaluateTriggers(RequiredActionContext context) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    if (LoginActionsService.RESET_CREDENTIALS_PATH.equals(flowOf(login))) {
      new LoginNotes(login).reset();
    }
    if (new LoginNotes(login).isSettled() || login.getAuthenticatedUser() == null) {
      return;
    }
    if (isOwed(new ActionExchange(context))) {
      login.addRequiredAction(SecondStepGuardFactory.ID);
    }
  }

  private static boolean isOwed(Exchange exchange) {
    try {
      Situation situation = new Situation(exchange);
      Decision decision = situation.decision();
      boolean owed = showsNoPage(exchange.login()) ? isDue(decision) : isAnything(decision);
      return decision.acts() && (owed || situation.isForbidden(decision));
    } catch (RuntimeException e) {
      new Audit(exchange).failed(e);
      return true;
    }
  }

  private static boolean isAnything(Decision decision) {
    // A device that stands in for the step is used up by it, too: it gets a new secret there.
    return !(decision instanceof Decision.NotAsked notAsked)
        || notAsked.waiver() == Waiver.TRUSTED_DEVICE;
  }

  /** What cannot be put off: a password grant has no page on which to offer or postpone. */
  private static boolean isDue(Decision decision) {
    boolean mayWait =
        decision instanceof Decision.Offer
            || (decision instanceof Decision.Enrol enrol && enrol.postponement().isPresent());
    return isAnything(decision) && !mayWait;
  }

  /** A grant of tokens: nothing can be asked, offered or put off there. */
  private static boolean showsNoPage(AuthenticationSessionModel login) {
    return flowOf(login) == null;
  }

  private static @Nullable String flowOf(AuthenticationSessionModel login) {
    return login.getAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH);
  }

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    run(context, SecondStep::begin);
  }

  @Override
  public void processAction(RequiredActionContext context) {
    run(context, SecondStep::answer);
  }

  private static void run(RequiredActionContext context, Function<SecondStep, Turn> move) {
    Exchange exchange = new ActionExchange(context);
    if (exchange.notes().isSettled()) {
      context.success();
      return;
    }
    new ActionEnding(context, exchange)
        .end(new FailClosed(exchange).turn(() -> move.apply(new SecondStep(exchange))));
  }

  @Override
  public void close() {}
}
