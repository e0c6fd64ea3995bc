package dev.twostep.keycloak.apppassword;

import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Registers the credential type of app passwords. */
public final class AppPasswordCredentialProviderFactory
    implements CredentialProviderFactory<AppPasswordCredentialProvider> {

  @Override
  public AppPasswordCredentialProvider create(KeycloakSession session) {
    return new AppPasswordCredentialProvider(session);
  }

  @Override
  public String getId() {
    return StoredAppPassword.TYPE;
  }
}
