package dev.twostep.keycloak.credential;

import com.webauthn4j.converter.util.ObjectConverter;
import org.keycloak.authentication.authenticators.browser.WebAuthnMetadataService;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.WebAuthnCredentialProvider;
import org.keycloak.credential.WebAuthnCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/**
 * Keycloak's own second-step passkeys, kept from being removed by somebody who proved no factor.
 */
public final class GuardedPasskeyFactory extends WebAuthnCredentialProviderFactory {

  private static final class Guarded extends WebAuthnCredentialProvider {

    private final KeycloakSession session;

    Guarded(KeycloakSession session, WebAuthnMetadataService metadata, ObjectConverter converter) {
      super(session, metadata, converter);
      this.session = session;
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
      return GuardedMetadata.of(session, context, super.getCredentialTypeMetadata(context));
    }
  }

  @Override
  public WebAuthnCredentialProvider create(KeycloakSession session) {
    return new Guarded(session, getMetadataService(), createOrGetObjectConverter());
  }

  /** Above Keycloak's own factory of the same id. */
  @Override
  public int order() {
    return 1;
  }
}
