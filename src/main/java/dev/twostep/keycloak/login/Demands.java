package dev.twostep.keycloak.login;

import dev.twostep.domain.policy.Demand;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.authentication.CredentialAction;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;

/** Reads what one login asks for beyond the policy. */
final class Demands {

  /** Actions that Keycloak does not mark as touching a credential, though they do. */
  private static final Set<String> UNMARKED =
      Set.of(UserModel.RequiredAction.UPDATE_EMAIL.name(), "delete_account");

  private static final String OURS = "twostep-";

  private final Exchange exchange;

  private Demands(Exchange exchange) {
    this.exchange = exchange;
  }

  static Demand of(Exchange exchange) {
    Demands demands = new Demands(exchange);
    return new Demand(demands.changesFactor(), demands.level());
  }

  /** Whether any action that this login leads to, requested or required, changes a factor. */
  private boolean changesFactor() {
    return Stream.of(
            Stream.ofNullable(exchange.login().getClientNote(Constants.KC_ACTION)),
            exchange.user().getRequiredActionsStream(),
            exchange.login().getRequiredActions().stream())
        .flatMap(actions -> actions)
        .anyMatch(this::changesFactor);
  }

  private boolean changesFactor(String action) {
    if (action.equals(SecondStepGuardFactory.ID)) {
      return false;
    }
    return action.startsWith(OURS)
        || UNMARKED.contains(action)
        || exchange.session().getProvider(RequiredActionProvider.class, action)
            instanceof CredentialAction;
  }

  /** The level that the application asked for by {@code acr_values} or the claims parameter. */
  private int level() {
    String level = exchange.login().getClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION);
    return level == null ? Demand.NONE.level() : Integer.parseInt(level);
  }
}
