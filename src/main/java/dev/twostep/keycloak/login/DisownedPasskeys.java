package dev.twostep.keycloak.login;

import dev.twostep.keycloak.credential.Suspensions;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Passkeys that their owner disowned: Keycloak's authenticator would still take them. */
final class DisownedPasskeys {

  private final UserModel user;

  DisownedPasskeys(UserModel user) {
    this.user = user;
  }

  /** Whether the browser's answer comes from one of them. */
  boolean holds(String credentialId) {
    Suspensions suspensions = new Suspensions(user);
    return user.credentialManager()
        .getStoredCredentialsByTypeStream(WebAuthnCredentialModel.TYPE_TWOFACTOR)
        .filter(stored -> suspensions.holds(stored.getId()))
        .map(WebAuthnCredentialModel::createFromCredentialModel)
        .map(passkey -> passkey.getWebAuthnCredentialData().getCredentialId())
        .anyMatch(id -> urlSafe(id).equals(urlSafe(credentialId)));
  }

  /** The store writes plain Base64, browsers the one for addresses. */
  private static String urlSafe(String base64) {
    return base64.replace('+', '-').replace('/', '_').replace("=", "");
  }
}
