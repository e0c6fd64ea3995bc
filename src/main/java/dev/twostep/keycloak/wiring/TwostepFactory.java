package dev.twostep.keycloak.wiring;

import org.keycloak.provider.ProviderFactory;

/** What Keycloak looks up in {@code META-INF/services} for {@link TwostepSpi}. */
public interface TwostepFactory extends ProviderFactory<Twostep> {}
