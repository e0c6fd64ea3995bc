package dev.twostep.keycloak.device;

import dev.twostep.application.device.PasscodeHashes;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Hashes as the realm hashes passwords; a stored hash names the algorithm that made it. */
final class KeycloakHashes implements PasscodeHashes {

  private final KeycloakSession session;
  private final RealmModel realm;

  KeycloakHashes(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  @Override
  public String hash(String keyed) {
    PasswordPolicy policy = realm.getPasswordPolicy();
    String algorithm = policy == null ? null : policy.getHashAlgorithm();
    PasswordHashProvider named =
        algorithm == null ? null : session.getProvider(PasswordHashProvider.class, algorithm);
    PasswordHashProvider hashing =
        named == null ? session.getProvider(PasswordHashProvider.class) : named;
    PasswordCredentialModel hash =
        hashing.encodedCredential(keyed, policy == null ? -1 : policy.getHashIterations());
    return hash.getCredentialData() + "\n" + hash.getSecretData();
  }

  @Override
  public boolean matches(String keyed, String hash) {
    String[] parts = hash.split("\n", 2);
    if (parts.length < 2) {
      return false;
    }
    CredentialModel stored = new CredentialModel();
    stored.setType(PasswordCredentialModel.TYPE);
    stored.setCredentialData(parts[0]);
    stored.setSecretData(parts[1]);
    PasswordCredentialModel password = PasswordCredentialModel.createFromCredentialModel(stored);
    PasswordHashProvider hashing =
        session.getProvider(
            PasswordHashProvider.class, password.getPasswordCredentialData().getAlgorithm());
    return hashing != null && hashing.verify(keyed, password);
  }
}
