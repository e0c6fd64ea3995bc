package dev.twostep.keycloak.credential;

import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Registers the credential type of addresses that receive codes by e-mail. */
public final class EmailCredentialProviderFactory
    implements CredentialProviderFactory<ContactCredentialProvider> {

  @Override
  public ContactCredentialProvider create(KeycloakSession session) {
    return new ContactCredentialProvider(session, ContactCredential.EMAIL, "twostep-enrol-email");
  }

  @Override
  public String getId() {
    return ContactCredential.EMAIL;
  }
}
