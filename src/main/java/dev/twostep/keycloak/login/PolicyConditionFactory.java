package dev.twostep.keycloak.login;

import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;

/** Registers the condition for hand-made flows. */
public final class PolicyConditionFactory implements ConditionalAuthenticatorFactory, StepFactory {

  /** Stored in customers' flows. */
  public static final String ID = "twostep-condition";

  @Override
  public ConditionalAuthenticator getSingleton() {
    return PolicyCondition.STATELESS;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Condition - two-step policy";
  }

  @Override
  public String getHelpText() {
    return "True when the two-step policy asks, enrols, offers or refuses in this login.";
  }
}
