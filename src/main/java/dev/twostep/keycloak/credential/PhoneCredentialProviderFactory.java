package dev.twostep.keycloak.credential;

import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Registers the credential type of numbers that receive codes by SMS. */
public final class PhoneCredentialProviderFactory
    implements CredentialProviderFactory<ContactCredentialProvider> {

  @Override
  public ContactCredentialProvider create(KeycloakSession session) {
    return new ContactCredentialProvider(session, ContactCredential.PHONE, "twostep-enrol-phone");
  }

  @Override
  public String getId() {
    return ContactCredential.PHONE;
  }
}
