package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.policy.Choice;
import dev.twostep.domain.policy.OwnSwitch;
import dev.twostep.keycloak.credential.UsableFactors;
import dev.twostep.keycloak.notice.FactorNews;
import dev.twostep.keycloak.notice.Notices;
import dev.twostep.keycloak.policy.UserChoices;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;

/**
 * Turns two-step login off where policy leaves that to the user. The factors stay, so that turning
 * it on again restores everything.
 */
final class TurnOff implements TurnAction {

  @Override
  public Turn turn(Exchange exchange, boolean answered) {
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
        new UsableFactors(exchange.session(), exchange.realm(), exchange.user())
            .kinds().stream().findFirst().orElse(FactorKind.SMS);
    return FactorNews.of(FactorNews.What.TURNED_OFF, asked, "");
  }

  private static Response page(Exchange exchange, boolean required) {
    return new Pages(exchange).show("twostep-turn-off.ftl", Map.of("required", required));
  }
}
