package dev.twostep.keycloak.credential;

import dev.twostep.keycloak.policy.TwostepRealms;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.urls.UrlType;

/** Lists phones and e-mail addresses under "Signing in" and offers to set one up. */
public final class ContactCredentialProvider implements CredentialProvider<ContactCredential> {

  private final KeycloakSession session;
  private final String type;
  private final String action;

  ContactCredentialProvider(KeycloakSession session, String type, String action) {
    this.session = session;
    this.type = type;
    this.action = action;
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
    UserModel user = context.getUser();
    boolean isSetUp =
        user != null
            && user.credentialManager()
                .getStoredCredentialsByTypeStream(type)
                .findAny()
                .isPresent();
    CredentialTypeMetadata open =
        CredentialTypeMetadata.builder()
            .type(type)
            .category(CredentialTypeMetadata.Category.TWO_FACTOR)
            .displayName(type + "-display-name")
            .helpText(type + "-help-text")
            .iconCssClass("kcAuthenticatorOTPClass")
            .createAction(isSetUp ? null : action)
            .updateAction(isSetUp ? action : null)
            .removeable(true)
            .build(session);
    return GuardedMetadata.of(session, context, open);
  }

  /** The console cannot do everything: it names the page that can. */
  @Override
  public CredentialMetadata getCredentialMetadata(
      ContactCredential credential, CredentialTypeMetadata type) {
    CredentialMetadata metadata = new CredentialMetadata();
    metadata.setCredentialModel(credential);
    RealmModel realm = session.getContext().getRealm();
    if (realm != null && TwostepRealms.isSetUp(realm)) {
      metadata.setInfoMessage("twostepMeInfo", ownPage(realm));
    }
    return metadata;
  }

  private String ownPage(RealmModel realm) {
    return session
        .getContext()
        .getUri(UrlType.FRONTEND)
        .getBaseUriBuilder()
        .path("realms")
        .path(realm.getName())
        .path("twostep/me")
        .build()
        .toString();
  }
}
