package dev.twostep.keycloak.credential;

import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Registers the credential type of accounts that belong to an office. */
public final class OfficeCredentialProviderFactory
    implements CredentialProviderFactory<OfficeCredentialProvider> {

  @Override
  public OfficeCredentialProvider create(KeycloakSession session) {
    return new OfficeCredentialProvider(session);
  }

  @Override
  public String getId() {
    return OfficeCredential.TYPE;
  }
}
