package dev.twostep.keycloak.credential;

import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.OTPCredentialProvider;
import org.keycloak.credential.OTPCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Keycloak's own authenticator apps, kept from being removed by somebody who proved no factor. */
public final class GuardedOtpFactory extends OTPCredentialProviderFactory {

  private static final class Guarded extends OTPCredentialProvider {

    Guarded(KeycloakSession session) {
      super(session);
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
      return GuardedMetadata.of(session, context, super.getCredentialTypeMetadata(context));
    }
  }

  @Override
  public OTPCredentialProvider create(KeycloakSession session) {
    return new Guarded(session);
  }

  /** Above Keycloak's own factory of the same id. */
  @Override
  public int order() {
    return 1;
  }
}
