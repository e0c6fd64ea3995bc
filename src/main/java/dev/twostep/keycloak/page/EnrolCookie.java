package dev.twostep.keycloak.page;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;

/**
 * What a browser keeps of one invitation: a secret by which it is known again, and, on the way
 * through a login, the link itself, which must not stand in the login's address.
 */
final class EnrolCookie {

  private static final Duration LIFE = Duration.ofHours(24);
  private static final Duration LOGIN = Duration.ofHours(1);

  private final KeycloakSession session;
  private final String device;

  EnrolCookie(KeycloakSession session, String device) {
    this.session = session;
    this.device = device;
  }

  /** Empty text for a browser that has not been here. */
  String browser() {
    return value(browserName());
  }

  /** The same, or one that it gets now. */
  String known() {
    String known = browser();
    if (!known.isEmpty()) {
      return known;
    }
    String fresh = SecretGenerator.getInstance().randomString();
    set(browserName(), fresh, LIFE);
    return fresh;
  }

  String link() {
    return value(linkName());
  }

  void keepLink(String secret) {
    set(linkName(), secret, LOGIN);
  }

  private String browserName() {
    return "__Host-twostep-enrol-" + device;
  }

  private String linkName() {
    return "__Host-twostep-link-" + device;
  }

  private String value(String name) {
    Cookie cookie = session.getContext().getHttpRequest().getHttpHeaders().getCookies().get(name);
    return cookie == null || cookie.getValue() == null ? "" : cookie.getValue();
  }

  private void set(String name, String value, Duration life) {
    session
        .getContext()
        .getHttpResponse()
        .setCookieIfAbsent(
            new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(Math.toIntExact(life.toSeconds()))
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build());
  }
}
