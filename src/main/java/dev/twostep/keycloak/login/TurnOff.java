package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Choice;
import dev.twostep.domain.policy.OwnSwitch;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.notice.FactorNews;
import dev.twostep.keycloak.notice.Notices;
import dev.twostep.keycloak.policy.UserChoices;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;

/**
 * Turns two-step login off where policy leaves that to the user. The factors stay, so that turning
 * it on again restores everything.
 */
final class TurnOff implements RequiredActionProvider {

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
                .turn(() -> new Gate(exchange).closed().orElseGet(() -> turn(exchange, answered))));
  }

  private static Turn turn(Exchange exchange, boolean answered) {
    OwnSwitch state = OwnSwitch.of(new Situation(exchange).decision());
    if (state == OwnSwitch.REQUIRED) {
      return new Turn.Refused(page(exchange, true));
    }
    if (!answered || !exchange.field("twostepAction").equals("turn-off")) {
      return new Turn.Show(page(exchange, false));
    }
    UserChoices.remember(exchange.user(), Choice.NEVER);
    exchange.event().detail("twostep_choice", "never");
    Notices.tell(exchange.session(), exchange.user(), news(exchange));
    return new Turn.Done(Optional.empty());
  }

  private static FactorNews news(Exchange exchange) {
    FactorKind asked =
        new AccountFactors(exchange.realm(), exchange.user())
            .kinds().stream().findFirst().orElse(FactorKind.SMS);
    return FactorNews.of(FactorNews.What.TURNED_OFF, asked, "");
  }

  private static Response page(Exchange exchange, boolean required) {
    return new Pages(exchange).show("twostep-turn-off.ftl", Map.of("required", required));
  }

  @Override
  public void close() {}
}
