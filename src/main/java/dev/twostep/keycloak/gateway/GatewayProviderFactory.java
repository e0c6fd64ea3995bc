package dev.twostep.keycloak.gateway;

import java.util.Set;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** A kind of SMS gateway; its id is what realms write into the setting {@code gateway}. */
public interface GatewayProviderFactory extends ProviderFactory<GatewayProvider> {

  /** The settings that nobody may read back. */
  default Set<String> secrets() {
    return Set.of("secret");
  }

  @Override
  default void init(Config.Scope config) {}

  @Override
  default void postInit(KeycloakSessionFactory factory) {}

  @Override
  default void close() {}
}
