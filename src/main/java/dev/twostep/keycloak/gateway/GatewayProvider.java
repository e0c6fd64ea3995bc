package dev.twostep.keycloak.gateway;

import java.util.Map;
import org.keycloak.provider.Provider;

/** One kind of SMS gateway; realms may configure several gateways of a kind. */
public interface GatewayProvider extends Provider {

  /**
   * Makes a gateway from a realm's settings; quick, and without any call to the outside.
   *
   * @param settings by their short names, such as {@code url}; entries of the vault are resolved
   */
  Opened open(Map<String, String> settings);

  @Override
  default void close() {}
}
