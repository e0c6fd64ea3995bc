package dev.twostep.keycloak.login;

import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The app that a new one is to replace, as {@code kc_action=CONFIGURE_TOTP:renew-<id>} names it;
 * Keycloak drops whatever follows a second colon.
 *
 * @param isUnknown an app was named, but the user has none of that id
 */
record Renewal(Optional<CredentialModel> old, boolean isUnknown) {

  private static final String WORD = "renew";

  static Renewal askedIn(Exchange exchange) {
    Optional<String> id = named(exchange.login());
    Optional<CredentialModel> old =
        id.flatMap(
            named ->
                exchange
                    .user()
                    .credentialManager()
                    .getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                    .filter(app -> app.getId().equals(named))
                    .findFirst());
    return new Renewal(old, id.isPresent() && old.isEmpty());
  }

  private static Optional<String> named(AuthenticationSessionModel login) {
    return RequiredAction.CONFIGURE_TOTP.name().equals(login.getClientNote(Constants.KC_ACTION))
        ? Optional.ofNullable(login.getClientNote(Constants.KC_ACTION_PARAMETER))
            .filter(parameter -> parameter.startsWith(WORD))
            .map(parameter -> parameter.substring(WORD.length()).replaceFirst("^-", ""))
        : Optional.empty();
  }
}
