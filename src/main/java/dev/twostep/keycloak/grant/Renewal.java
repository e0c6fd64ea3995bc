package dev.twostep.keycloak.grant;

import dev.twostep.domain.grant.Admission;
import dev.twostep.keycloak.apppassword.AppPasswords;
import dev.twostep.keycloak.credential.SessionProof;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** Whether the tokens of a session may still be renewed. */
record Renewal(KeycloakSession session, RealmModel realm) {

  /** The realm attribute that holds renewals to the policy of today; {@code on} does. */
  static final String FOLLOW_POLICY = "twostep.refresh.follow-policy";

  void check(UserSessionModel login, ClientModel client) throws OAuthErrorException {
    String appPassword = login.getNote(AppPasswords.NOTE);
    if (appPassword != null) {
      if (login.isOffline() || !lives(login.getUser(), client, appPassword)) {
        throw refused("The app password of this session is no longer valid");
      }
    } else if (isHeldToPolicy(login) && isOwed(login.getUser(), client)) {
      throw refused("A second factor is required now: log in again");
    }
  }

  private boolean lives(UserModel user, ClientModel client, String appPassword) {
    return AppPasswords.of(session, realm, user).lives(appPassword, client);
  }

  private boolean isHeldToPolicy(UserSessionModel login) {
    return "on".equals(realm.getAttribute(FOLLOW_POLICY))
        && login.getUser().getServiceAccountClientLink() == null
        && SessionProof.in(login).isEmpty();
  }

  private boolean isOwed(UserModel user, ClientModel client) {
    return !Admission.of(new FreshDecision(session, realm).of(user, client)).isFree();
  }

  private static OAuthErrorException refused(String why) {
    return new OAuthErrorException(OAuthErrorException.INVALID_GRANT, why);
  }
}
