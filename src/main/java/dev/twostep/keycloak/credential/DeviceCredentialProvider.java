package dev.twostep.keycloak.credential;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Lists trusted devices under "Signing in", where any of them can be removed at any time. */
public final class DeviceCredentialProvider implements CredentialProvider<DeviceCredential> {

  private final KeycloakSession session;

  DeviceCredentialProvider(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public String getType() {
    return DeviceCredential.TYPE;
  }

  @Override
  public CredentialModel createCredential(
      RealmModel realm, UserModel user, DeviceCredential credential) {
    return user.credentialManager().createStoredCredential(credential);
  }

  @Override
  public boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
    return user.credentialManager().removeStoredCredentialById(credentialId);
  }

  @Override
  public DeviceCredential getCredentialFromModel(CredentialModel model) {
    return DeviceCredential.of(model);
  }

  @Override
  public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
    return CredentialTypeMetadata.builder()
        .type(DeviceCredential.TYPE)
        .category(CredentialTypeMetadata.Category.TWO_FACTOR)
        .displayName(DeviceCredential.TYPE + "-display-name")
        .helpText(DeviceCredential.TYPE + "-help-text")
        .iconCssClass("kcAuthenticatorDefaultClass")
        .removeable(true)
        .build(session);
  }
}
