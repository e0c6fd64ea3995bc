package dev.twostep.keycloak.wiring;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.truststore.TruststoreProvider;

/** Believes the certificates that Keycloak's trust store believes, and no others. */
final class Trust {

  private Trust() {}

  static SSLContext of(KeycloakSessionFactory sessions) {
    try (KeycloakSession session = sessions.create()) {
      TruststoreProvider provider = session.getProvider(TruststoreProvider.class);
      return provider == null || provider.getTruststore() == null
          ? SSLContext.getDefault()
          : of(provider.getTruststore());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Keycloak's trust store cannot be used for gateways", e);
    }
  }

  private static SSLContext of(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
