package dev.twostep.keycloak.notice;

import dev.twostep.keycloak.credential.AccountFactors;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/** Finds what Keycloak's pages have just stored: their events name the type only. */
final class NewCredential {

  private NewCredential() {}

  /** The id of the latest credential of that type; empty if it is no factor, or there is none. */
  static Optional<String> newest(UserModel user, String type) {
    return AccountFactors.kindOf(type).isEmpty()
        ? Optional.empty()
        : user.credentialManager()
            .getStoredCredentialsByTypeStream(type)
            .max(
                Comparator.comparing(
                    credential -> Objects.requireNonNullElse(credential.getCreatedDate(), 0L)))
            .map(CredentialModel::getId);
  }
}
