package dev.twostep.keycloak.page;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;

/**
 * Sends a browser through the login and back to one of our pages, which then finds the session's
 * cookie. The code that comes back is for nobody, and its verifier is thrown away.
 */
final class LoginRedirect {

  /** Made by setup; named in customers' realms. */
  static final String CLIENT = "twostep-account";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeycloakSession session;
  private final RealmModel realm;

  LoginRedirect(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
  }

  /** The client by which our pages log in; empty where setup has not made it. */
  Optional<ClientModel> client() {
    return Optional.ofNullable(realm.getClientByClientId(CLIENT)).filter(ClientModel::isEnabled);
  }

  /** Through the login of this browser's session, if it has one. */
  Response to(URI page) {
    return Response.seeOther(through(page).build(realm.getName())).build();
  }

  /** Through a whole login, session or not. */
  Response afresh(URI page) {
    URI login =
        through(page)
            .queryParam(OIDCLoginProtocol.PROMPT_PARAM, OIDCLoginProtocol.PROMPT_VALUE_LOGIN)
            .build(realm.getName());
    return Response.seeOther(login).build();
  }

  /** The address that asks for an action and then comes back to the page. */
  URI action(String action, URI page) {
    return through(page).queryParam(Constants.KC_ACTION, action).build(realm.getName());
  }

  private UriBuilder through(URI page) {
    return OIDCLoginProtocolService.authUrl(session.getContext().getUri())
        .queryParam(OAuth2Constants.CLIENT_ID, CLIENT)
        .queryParam(OAuth2Constants.RESPONSE_TYPE, OAuth2Constants.CODE)
        .queryParam(OAuth2Constants.SCOPE, OAuth2Constants.SCOPE_OPENID)
        .queryParam(OAuth2Constants.REDIRECT_URI, page.toString())
        .queryParam(OAuth2Constants.STATE, random())
        .queryParam(OAuth2Constants.CODE_CHALLENGE, random())
        .queryParam(OAuth2Constants.CODE_CHALLENGE_METHOD, "S256");
  }

  private static String random() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
