package dev.twostep.keycloak.device;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The cookies of one realm in a browser: the token of a trusted device, and the wish not to be
 * asked about trust. Neither names anybody.
 */
final class DeviceCookie {

  private static final Duration QUIET = Duration.ofDays(30);

  private final KeycloakSession session;
  private final String realm;

  DeviceCookie(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = short16(realm.getId());
  }

  /** What the browser sent; empty text if nothing. */
  String token() {
    return value(tokenName());
  }

  /** Keeps the token until the trust's fixed end. */
  void keep(String token, Duration left) {
    set(tokenName(), token, left);
  }

  void drop() {
    if (!token().isEmpty()) {
      set(tokenName(), "", Duration.ZERO);
    }
  }

  boolean asksForQuiet() {
    return !value(quietName()).isEmpty();
  }

  void keepQuiet() {
    set(quietName(), "1", QUIET);
  }

  String tokenName() {
    return "__Host-twostep-device-" + realm;
  }

  private String quietName() {
    return "__Host-twostep-quiet-" + realm;
  }

  private String value(String name) {
    HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
    // Reading all cookies costs more than a decision, and most browsers have none of ours.
    List<String> sent = headers.getRequestHeader(HttpHeaders.COOKIE);
    if (sent == null || sent.stream().noneMatch(line -> line.contains(name))) {
      return "";
    }
    Cookie cookie = headers.getCookies().get(name);
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
                .maxAge(Math.toIntExact(Math.max(0, life.toSeconds())))
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build());
  }

  private static String short16(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this platform lacks SHA-256", e);
    }
  }
}
