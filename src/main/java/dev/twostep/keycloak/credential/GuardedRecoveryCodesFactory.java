package dev.twostep.keycloak.credential;

import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.RecoveryAuthnCodesCredentialProvider;
import org.keycloak.credential.RecoveryAuthnCodesCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Keycloak's own recovery codes, kept from being removed by somebody who proved no factor. */
public final class GuardedRecoveryCodesFactory extends RecoveryAuthnCodesCredentialProviderFactory {

  private static final class Guarded extends RecoveryAuthnCodesCredentialProvider {

    private final KeycloakSession session;

    Guarded(KeycloakSession session) {
      super(session);
      this.session = session;
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
      return GuardedMetadata.of(session, context, super.getCredentialTypeMetadata(context));
    }
  }

  @Override
  public RecoveryAuthnCodesCredentialProvider create(KeycloakSession session) {
    return new Guarded(session);
  }

  /** Above Keycloak's own factory of the same id. */
  @Override
  public int order() {
    return 1;
  }
}
