package dev.twostep.keycloak.wiring;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Gives Twostep its own options: {@code --spi-twostep--default--…}. */
public final class TwostepSpi implements Spi {

  @Override
  public boolean isInternal() {
    return true;
  }

  @Override
  public String getName() {
    return "twostep";
  }

  @Override
  public Class<? extends Provider> getProviderClass() {
    return Twostep.class;
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface is written with raw types
  public Class<? extends ProviderFactory> getProviderFactoryClass() {
    return TwostepFactory.class;
  }
}
