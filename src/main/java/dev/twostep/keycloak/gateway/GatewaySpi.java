package dev.twostep.keycloak.gateway;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Lets any jar in {@code providers/} add a kind of SMS gateway. */
public final class GatewaySpi implements Spi {

  @Override
  public boolean isInternal() {
    return false;
  }

  @Override
  public String getName() {
    return "twostep-gateway";
  }

  @Override
  public Class<? extends Provider> getProviderClass() {
    return GatewayProvider.class;
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface is written with raw types
  public Class<? extends ProviderFactory> getProviderFactoryClass() {
    return GatewayProviderFactory.class;
  }
}
