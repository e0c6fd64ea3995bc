package dev.twostep.keycloak.login;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** Registers an element of flows that has no settings: what it does is the policy's to say. */
public interface StepFactory extends AuthenticatorFactory {

  @Override
  default boolean isConfigurable() {
    return false;
  }

  @Override
  default Requirement[] getRequirementChoices() {
    return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
  }

  @Override
  default boolean isUserSetupAllowed() {
    return false;
  }

  @Override
  default List<ProviderConfigProperty> getConfigProperties() {
    return List.of();
  }

  @Override
  default void init(Config.Scope config) {}

  @Override
  default void postInit(KeycloakSessionFactory factory) {}

  @Override
  default void close() {}
}
