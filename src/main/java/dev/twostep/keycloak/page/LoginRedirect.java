package dev.twostep.keycloak.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The way from a page of ours through the login pages and back. */
public final class LoginRedirect {

  /** Made by setup; stored in customers' realms. */
  public static final String CLIENT = "twostep-account";

  private LoginRedirect() {}

  /**
   * Sends the browser to log in; it comes back to that page.
   *
   * @param path below {@code /realms/{realm}/twostep/}
   * @param extra further parameters of the authorization request such as {@code kc_action}
   */
  public static Response to(
      KeycloakSession session, RealmModel realm, String path, Map<String, String> extra) {
    return Response.seeOther(address(session, realm, path, extra))
        .header("Cache-Control", "no-store")
        .build();
  }

  /** The address for a link to the same. */
  public static URI address(
      KeycloakSession session, RealmModel realm, String path, Map<String, String> extra) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", CLIENT);
    query.put("response_type", "code");
    query.put("scope", "openid");
    query.put("state", SecretGenerator.getInstance().randomString());
    query.put("redirect_uri", page(session, realm, path).toString());
    query.putAll(extra);
    String encoded =
        query.entrySet().stream()
            .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    URI endpoint = realm(session, realm).path("protocol/openid-connect/auth").build();
    return URI.create(endpoint + "?" + encoded);
  }

  /** The address of one of our pages. */
  public static URI page(KeycloakSession session, RealmModel realm, String path) {
    return realm(session, realm).path("twostep").path(path).build();
  }

  private static UriBuilder realm(KeycloakSession session, RealmModel realm) {
    return session.getContext().getUri().getBaseUriBuilder().path("realms").path(realm.getName());
  }
}
