package dev.twostep.keycloak.page;

import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.JsonWebToken;

/** Who a browser says it is: no proof, but it costs no look into the database. */
record IdentityCookie(KeycloakSession session) {

  /** The id of a user, or empty text. */
  String subject() {
    String cookie = session.getProvider(CookieProvider.class).get(CookieType.IDENTITY);
    if (cookie == null) {
      return "";
    }
    try {
      String subject = new JWSInput(cookie).readJsonContent(JsonWebToken.class).getSubject();
      return subject == null ? "" : subject;
    } catch (JWSInputException e) {
      return "";
    }
  }
}
