package dev.twostep.keycloak.grant;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Registers the second step for direct-grant flows. */
public final class GrantStepFactory implements AuthenticatorFactory {

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

  @Override
  public boolean isConfigurable() {
    return false;
  }

  @Override
  public Requirement[] getRequirementChoices() {
    return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
  }

  @Override
  public boolean isUserSetupAllowed() {
    return false;
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return List.of();
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
