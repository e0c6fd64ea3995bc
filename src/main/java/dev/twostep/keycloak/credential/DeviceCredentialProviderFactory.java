package dev.twostep.keycloak.credential;

import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Registers the credential type of trusted devices. */
public final class DeviceCredentialProviderFactory
    implements CredentialProviderFactory<DeviceCredentialProvider> {

  @Override
  public DeviceCredentialProvider create(KeycloakSession session) {
    return new DeviceCredentialProvider(session);
  }

  @Override
  public String getId() {
    return DeviceCredential.TYPE;
  }
}
