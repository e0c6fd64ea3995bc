package dev.twostep.keycloak.notice;

import dev.twostep.domain.contact.EmailAddress;
import dev.twostep.domain.notice.Channels;
import dev.twostep.keycloak.credential.AccountFactors;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * How a user was before the running request: Keycloak's events come after the change and do not say
 * what it did away with. Read in a session of its own, which sees only what is committed.
 */
final class Before {

  private Before() {}

  static Channels of(KeycloakSession session, UserModel user) {
    String realmId = session.getContext().getRealm().getId();
    String userId = user.getId();
    return KeycloakModelUtils.<Channels>runJobInTransactionWithResult(
        session.getKeycloakSessionFactory(), own -> read(own, realmId, userId));
  }

  private static Channels read(KeycloakSession own, String realmId, String userId) {
    RealmModel realm = own.realms().getRealm(realmId);
    own.getContext().setRealm(realm);
    UserModel user = own.users().getUserById(realm, userId);
    return user == null
        ? new Channels(Optional.empty(), Optional.empty(), Optional.empty(), false)
        : new AccountFactors(realm, user).channels();
  }

  /** The address that received the user's codes though nobody had proven it to Twostep. */
  static Optional<EmailAddress> unpinned(Channels before) {
    return before.pinned().isPresent() || !before.profileVerified()
        ? Optional.empty()
        : before.profile();
  }
}
