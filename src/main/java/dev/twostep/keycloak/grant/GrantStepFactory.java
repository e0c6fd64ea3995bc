package dev.twostep.keycloak.grant;

import dev.twostep.keycloak.login.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.OTPCredentialModel;

/** Registers the second step for direct-grant flows. */
public final class GrantStepFactory implements StepFactory {

  /** Stored in customers' flows. */
  public static final String ID = "twostep-direct-grant";

  @Override
  public Authenticator create(KeycloakSession session) {
    return GrantStep.STATELESS;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayType() {
    return "Twostep: second step of a direct grant";
  }

  @Override
  public String getHelpText() {
    return "Asks the two-step policy, then for a code among the parameters of the request. Make it"
        + " REQUIRED, as the last element of a direct-grant flow.";
  }

  /** Keycloak's brute-force protection silently ignores failures of categories it does not know. */
  @Override
  public String getReferenceCategory() {
    return OTPCredentialModel.TYPE;
  }
}
