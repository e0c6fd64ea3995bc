package dev.twostep.keycloak.login;

import java.util.Set;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.services.managers.BruteForceProtector;

/** Turns into what a required action may answer. */
final class ActionEnding {

  private final RequiredActionContext context;
  private final Exchange exchange;

  ActionEnding(RequiredActionContext context, Exchange exchange) {
    this.context = context;
    this.exchange = exchange;
  }

  void end(Turn turn) {
    if (turn instanceof Turn.Show show) {
      context.challenge(show.page());
    } else if (turn instanceof Turn.Wrong wrong) {
      count();
      context.challenge(wrong.page());
    } else if (turn instanceof Turn.Refused refused) {
      context.challenge(refused.page());
    } else {
      context.success();
    }
  }

  /** Only flows report failures by themselves. */
  private void count() {
    new Audit(exchange).wrong(exchange.notes().step().map(s -> s.factor().word()).orElse(""));
    if (context.getRealm().isBruteForceProtected()) {
      context
          .getSession()
          .getProvider(BruteForceProtector.class)
          .failedLogin(
              context.getRealm(),
              context.getUser(),
              context.getConnection(),
              context.getUriInfo(),
              Set.of(OTPCredentialModel.TYPE));
    }
  }
}
