package dev.twostep.keycloak.credential;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Lists phones and e-mail addresses under "Signing in" and offers to set one up. */
public final class ContactCredentialProvider implements CredentialProvider<ContactCredential> {

  private final KeycloakSession session;
  private final String type;
  private final String createAction;

  ContactCredentialProvider(KeycloakSession session, String type, String createAction) {
    this.session = session;
    this.type = type;
    this.createAction = createAction;
  }

  @Override
  public String getType() {
    return type;
  }

  @Override
  public CredentialModel createCredential(
      RealmModel realm, UserModel user, ContactCredential credential) {
    return user.credentialManager().createStoredCredential(credential);
  }

  @Override
  public boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
    return user.credentialManager().removeStoredCredentialById(credentialId);
  }

  @Override
  public ContactCredential getCredentialFromModel(CredentialModel model) {
    return ContactCredential.of(model);
  }

  @Override
  public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
    CredentialTypeMetadata open =
        CredentialTypeMetadata.builder()
            .type(type)
            .category(CredentialTypeMetadata.Category.TWO_FACTOR)
            .displayName(type + "-display-name")
            .helpText(type + "-help-text")
            .iconCssClass("kcAuthenticatorOTPClass")
            .createAction(createAction)
            .removeable(true)
            .build(session);
    return GuardedMetadata.of(session, context, open);
  }
}
