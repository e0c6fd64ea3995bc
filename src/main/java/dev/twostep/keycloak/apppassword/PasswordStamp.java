package dev.twostep.keycloak.apppassword;

import java.util.Objects;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Names the password that a user has now: another one has another stamp, a new hash has not. */
final class PasswordStamp {

  /** Of somebody whose password Keycloak does not keep, if they have one at all. */
  static final String NONE = "none";

  private PasswordStamp() {}

  static String of(UserModel user) {
    return user.credentialManager()
        .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
        .findFirst()
        .map(one -> one.getId() + "@" + Objects.requireNonNullElse(one.getCreatedDate(), 0L))
        .orElse(NONE);
  }
}
