package dev.twostep.keycloak.page;

import dev.twostep.keycloak.delivery.PhoneLink;
import dev.twostep.keycloak.portal.Phone;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.keycloak.models.KeycloakSession;

/** By which a phone is known again on the page for a photo, and on no other page. */
record PhotoCookie(KeycloakSession session) {

  private static final String NAME = "__Secure-twostep-photo";

  Phone phone() {
    Cookie cookie = session.getContext().getHttpRequest().getHttpHeaders().getCookies().get(NAME);
    return cookie == null || cookie.getValue() == null ? Phone.NONE : Phone.of(cookie.getValue());
  }

  void keep(Phone phone) {
    set(session, NAME, phone.text(), PhoneLink.LIFE);
  }

  /** Sent to the pages of photos only, and never along with what another site asks for. */
  static void set(KeycloakSession session, String name, String value, Duration life) {
    session
        .getContext()
        .getHttpResponse()
        .setCookieIfAbsent(
            new NewCookie.Builder(name)
                .value(value)
                .path(
                    LoginRedirect.page(session, session.getContext().getRealm(), PhoneLink.PATH)
                        .getRawPath())
                .maxAge(Math.toIntExact(life.toSeconds()))
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build());
  }
}
