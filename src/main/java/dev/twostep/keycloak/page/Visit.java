package dev.twostep.keycloak.page;

import dev.twostep.domain.code.ConstantTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * Somebody at one of our pages, known by Keycloak's identity cookie.
 *
 * @param token what every posted form must hold: the cookie is sent along by forms of other sites
 */
record Visit(
    KeycloakSession session,
    RealmModel realm,
    UserModel user,
    UserSessionModel login,
    String token) {

  /** Who asks; empty when nobody is logged in. */
  static Optional<Visit> of(KeycloakSession session) {
    RealmModel realm = session.getContext().getRealm();
    AuthResult cookie = new AppAuthManager().authenticateIdentityCookie(session, realm);
    if (cookie == null) {
      return Optional.empty();
    }
    Object token = session.getAttribute("state_checker");
    return Optional.of(
        new Visit(
            session,
            realm,
            cookie.user(),
            cookie.session(),
            token == null ? "" : token.toString()));
  }

  /** An administrator who acts as this user: what is the user's alone is not shown. */
  boolean isImpersonated() {
    return login.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null;
  }

  boolean holds(@Nullable String posted) {
    return posted != null && !token.isEmpty() && ConstantTime.same(token, posted);
  }
}
