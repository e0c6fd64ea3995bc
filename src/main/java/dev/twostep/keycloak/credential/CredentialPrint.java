package dev.twostep.keycloak.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * One text for everything by which a user can sign in: another one as soon as a password or a
 * factor comes, goes, is replaced or disowned, by whatever road. Using one changes nothing.
 */
public final class CredentialPrint {

  private static final Set<String> TYPES =
      Set.of(
          PasswordCredentialModel.TYPE,
          OTPCredentialModel.TYPE,
          WebAuthnCredentialModel.TYPE_TWOFACTOR,
          WebAuthnCredentialModel.TYPE_PASSWORDLESS,
          RecoveryAuthnCodesCredentialModel.TYPE,
          OfficeCredential.TYPE,
          ContactCredential.PHONE,
          ContactCredential.EMAIL);

  private CredentialPrint() {}

  /** The print of this user's credentials as they are now; says nothing about them. */
  public static String of(UserModel user) {
    return of(user.credentialManager().getStoredCredentialsStream(), new Suspensions(user).all());
  }

  static String of(Stream<CredentialModel> stored, Set<String> suspended) {
    Stream<String> credentials =
        stored.filter(one -> TYPES.contains(one.getType())).map(CredentialPrint::line);
    Stream<String> disowned = suspended.stream().map(id -> "suspended|" + id);
    return digest(Stream.concat(credentials, disowned).sorted().collect(Collectors.joining("\n")));
  }

  /** A new password keeps its id, and has a date of its own. */
  private static String line(CredentialModel one) {
    return one.getType() + "|" + one.getId() + "|" + one.getCreatedDate();
  }

  private static String digest(String lines) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this platform lacks SHA-256", e);
    }
  }
}
