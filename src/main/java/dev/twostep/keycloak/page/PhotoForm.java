package dev.twostep.keycloak.page;

import dev.twostep.domain.code.ConstantTime;
import dev.twostep.keycloak.delivery.PhoneLink;
import jakarta.ws.rs.core.Cookie;
import java.util.regex.Pattern;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;

/**
 * Ties the button of a link to the page that this browser was shown: the form of another site could
 * make a phone begin with a stranger’s link, and send its photo there.
 */
record PhotoForm(KeycloakSession session) {

  private static final String NAME = "__Secure-twostep-photo-form";

  private static final int LENGTH = 32;

  private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z]{" + LENGTH + "}");

  /** What the form must hold: the browser's own, so that a second tab does not end the first. */
  String token() {
    String held = held();
    String token = held.isEmpty() ? SecretGenerator.getInstance().randomString(LENGTH) : held;
    PhotoCookie.set(session, NAME, token, PhoneLink.LIFE);
    return token;
  }

  boolean isFrom(String posted) {
    String held = held();
    return !held.isEmpty() && ConstantTime.same(held, posted);
  }

  private String held() {
    Cookie cookie = session.getContext().getHttpRequest().getHttpHeaders().getCookies().get(NAME);
    String value = cookie == null ? null : cookie.getValue();
    return value != null && TOKEN.matcher(value).matches() ? value : "";
  }
}
