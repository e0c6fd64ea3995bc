package dev.twostep.keycloak.login;

import dev.twostep.domain.policy.Decision;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** True when policy has anything to say in this login; doubt is true as well. */
final class PolicyCondition implements ConditionalAuthenticator {

  static final PolicyCondition STATELESS = new PolicyCondition();

  @Override
  public boolean matchCondition(AuthenticationFlowContext context) {
    Exchange exchange = new FlowExchange(context);
    try {
      Decision decision = new Situation(exchange).decision();
      return decision.acts() && !(decision instanceof Decision.NotAsked);
    } catch (RuntimeException e) {
      new Audit(exchange).failed(e);
      return true;
    }
  }

  @Override
  public void action(AuthenticationFlowContext context) {}

  @Override
  public boolean requiresUser() {
    return true;
  }

  @Override
  public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

  @Override
  public void close() {}
}
