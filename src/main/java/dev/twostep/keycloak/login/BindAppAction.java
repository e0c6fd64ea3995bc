package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.keycloak.policy.TwostepRealms;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.UpdateTotp;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Stands in for Keycloak's own set-up of an authenticator app, which trusts the secret in the form;
 * in realms where Twostep is not set up it is Keycloak's own.
 */
public final class BindAppAction extends UpdateTotp {

  @Override
  public int order() {
    return 1;
  }

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    if (TwostepRealms.isSetUp(context.getRealm())) {
      run(context, false);
    } else {
      super.requiredActionChallenge(context);
    }
  }

  @Override
  public void processAction(RequiredActionContext context) {
    if (TwostepRealms.isSetUp(context.getRealm())) {
      run(context, true);
    } else {
      super.processAction(context);
    }
  }

  @Override
  public void initiatedActionCanceled(KeycloakSession session, AuthenticationSessionModel login) {
    new PendingApp(login).forget();
    super.initiatedActionCanceled(session, login);
  }

  private static void run(RequiredActionContext context, boolean answered) {
    Exchange exchange = new ActionExchange(context);
    PendingApp app = new PendingApp(exchange.login());
    if (app.bound().isPresent() && !app.isOngoing()) {
      // The login itself needed an app, and this is what was asked for.
      context.success();
      return;
    }
    new ActionEnding(context, exchange)
        .end(
            new FailClosed(exchange)
                .turn(
                    () ->
                        new Gate(exchange)
                            .closed()
                            .orElseGet(
                                () ->
                                    new EnrolmentTurns(
                                            exchange, List.of(FactorKind.TOTP), Optional.empty())
                                        .turn(answered))));
  }
}
