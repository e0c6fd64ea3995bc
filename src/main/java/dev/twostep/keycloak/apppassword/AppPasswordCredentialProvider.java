package dev.twostep.keycloak.apppassword;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Lists app passwords under "Signing in" and offers to make one, where an application takes them.
 * It validates nothing: Keycloak's own password forms never open by one.
 */
public final class AppPasswordCredentialProvider implements CredentialProvider<CredentialModel> {

  /** The required action that makes one; stored in customers' realms. */
  static final String ACTION = "twostep-app-password";

  private final KeycloakSession session;

  AppPasswordCredentialProvider(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public String getType() {
    return StoredAppPassword.TYPE;
  }

  @Override
  public CredentialModel createCredential(
      RealmModel realm, UserModel user, CredentialModel credential) {
    return user.credentialManager().createStoredCredential(credential);
  }

  @Override
  public boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
    return user.credentialManager().removeStoredCredentialById(credentialId);
  }

  @Override
  public CredentialModel getCredentialFromModel(CredentialModel model) {
    return model.shallowClone();
  }

  /** Taking one back makes nobody's login easier, so that nothing has to be proven for it. */
  @Override
  public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
    return CredentialTypeMetadata.builder()
        .type(getType())
        .category(CredentialTypeMetadata.Category.BASIC_AUTHENTICATION)
        .displayName(getType() + "-display-name")
        .helpText(getType() + "-help-text")
        .iconCssClass("kcAuthenticatorPasswordClass")
        .createAction(action())
        .removeable(true)
        .build(session);
  }

  @SuppressWarnings("NullAway") // Keycloak's builder takes null for "no such action".
  private @Nullable String action() {
    return Optional.ofNullable(session.getContext().getRealm())
        .filter(realm -> !LegacyApplication.all(realm).isEmpty())
        .map(realm -> ACTION)
        .orElse(null);
  }
}
