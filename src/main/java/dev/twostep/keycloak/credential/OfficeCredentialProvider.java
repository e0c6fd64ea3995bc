package dev.twostep.keycloak.credential;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Lists the office that opens the account under "Signing in"; removing it leaves the office. */
public final class OfficeCredentialProvider implements CredentialProvider<OfficeCredential> {

  private final KeycloakSession session;

  OfficeCredentialProvider(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public String getType() {
    return OfficeCredential.TYPE;
  }

  @Override
  public CredentialModel createCredential(
      RealmModel realm, UserModel user, OfficeCredential credential) {
    return user.credentialManager().createStoredCredential(credential);
  }

  @Override
  public boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
    return user.credentialManager().removeStoredCredentialById(credentialId);
  }

  @Override
  public OfficeCredential getCredentialFromModel(CredentialModel model) {
    return OfficeCredential.of(model);
  }

  @Override
  public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
    return GuardedMetadata.of(
        session,
        context,
        CredentialTypeMetadata.builder()
            .type(OfficeCredential.TYPE)
            .category(CredentialTypeMetadata.Category.TWO_FACTOR)
            .displayName(OfficeCredential.TYPE + "-display-name")
            .helpText(OfficeCredential.TYPE + "-help-text")
            .iconCssClass("kcAuthenticatorOTPClass")
            .removeable(true)
            .build(session));
  }
}
