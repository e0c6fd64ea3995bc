package dev.twostep.keycloak.login;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.factor.FactorLevel;
import java.util.Optional;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticatorFactory;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.AuthenticationFlowResolver;

/**
 * Tells Keycloak what a proven factor is worth, in its own terms: the level for the {@code acr}
 * claim, and a completed execution for the {@code amr} claim. Setup keeps one disabled level
 * condition per level in the flow, whose settings Keycloak's mappers read.
 */
final class ReachedLevel {

  private final Exchange exchange;

  ReachedLevel(Exchange exchange) {
    this.exchange = exchange;
  }

  void by(FactorKind factor) {
    int level = FactorLevel.reachedBy(factor);
    AcrStore store = new AcrStore(exchange.session(), exchange.login());
    if (store.getLevelOfAuthenticationFromCurrentAuthentication() < level) {
      store.setLevelAuthenticated(level);
    }
    // Keycloak itself copies this only where a level condition was evaluated.
    exchange
        .login()
        .setUserSessionNote(Constants.LOA_MAP, exchange.login().getAuthNote(Constants.LOA_MAP));
    AuthenticationFlowModel flow = browserFlow();
    marker(flow, level).ifPresent(this::completed);
    if (exchange.flow().isEmpty()) {
      AuthenticatorUtil.getExecutionsByType(
              exchange.realm(), flow.getId(), SecondStepAuthenticatorFactory.ID)
          .forEach(this::completed);
    }
  }

  private AuthenticationFlowModel browserFlow() {
    AuthenticationFlowModel ofClient =
        AuthenticationFlowResolver.resolveBindingOverrideFlowForClient(
            exchange.login().getClient(), AuthenticationFlowBindings.BROWSER_BINDING);
    return ofClient == null ? exchange.realm().getBrowserFlow() : ofClient;
  }

  private Optional<AuthenticationExecutionModel> marker(AuthenticationFlowModel flow, int level) {
    return AuthenticatorUtil.getExecutionsByType(
            exchange.realm(), flow.getId(), ConditionalLoaAuthenticatorFactory.PROVIDER_ID)
        .stream()
        .filter(AuthenticationExecutionModel::isDisabled)
        .filter(execution -> levelOf(exchange.realm(), execution) == level)
        .findFirst();
  }

  private static int levelOf(RealmModel realm, AuthenticationExecutionModel execution) {
    return Optional.ofNullable(execution.getAuthenticatorConfig())
        .map(realm::getAuthenticatorConfigById)
        .map(LoAUtil::getLevelFromLoaConditionConfiguration)
        .orElse(Constants.NO_LOA);
  }

  private void completed(AuthenticationExecutionModel execution) {
    AuthenticatorUtils.updateCompletedExecutions(exchange.login(), null, execution.getId());
  }
}
