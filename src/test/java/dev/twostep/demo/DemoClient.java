package dev.twostep.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.admin.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The application that the demo's users log in to: it shows what it was told about them. */
final class DemoClient {

  private static final String PROTOCOL = "/realms/" + DemoRealm.NAME + "/protocol/openid-connect/";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;
  private final URI board;

  DemoClient(URI server, URI board) {
    this.server = server;
    this.board = board;
  }

  String loginAddress(String user) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", DemoRealm.CLIENT);
    query.put("response_type", "code");
    query.put("scope", "openid organization");
    query.put("redirect_uri", redirect());
    query.put("prompt", "login");
    query.put("login_hint", user);
    return server.resolve(PROTOCOL + "auth?" + AdminApi.form(query)).toString();
  }

  String welcome(String code) {
    JsonNode tokens = tokens(code);
    if (!tokens.has("id_token")) {
      return BoardPage.welcome(Map.of("Not logged in", tokens.path("error").asText("again?")), "/");
    }
    String idToken = tokens.get("id_token").textValue();
    JsonNode claims = claims(idToken);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("User", claims.path("preferred_username").asText());
    for (String claim : List.of("name", "email", "organization", "acr", "amr")) {
      if (claims.hasNonNull(claim)) {
        JsonNode value = claims.get(claim);
        facts.put(claim, value.isTextual() ? value.textValue() : value.toString());
      }
    }
    return BoardPage.welcome(facts, logoutAddress(idToken));
  }

  private String logoutAddress(String idToken) {
    Map<String, String> query =
        Map.of("id_token_hint", idToken, "post_logout_redirect_uri", board.resolve("/").toString());
    return server.resolve(PROTOCOL + "logout?" + AdminApi.form(query)).toString();
  }

  private JsonNode tokens(String code) {
    Map<String, String> fields =
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            DemoRealm.CLIENT,
            "redirect_uri",
            redirect(),
            "code",
            code);
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(PROTOCOL + "token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(AdminApi.form(fields)))
            .build();
    try {
      return Json.read(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      return Json.read("{}");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Json.read("{}");
    }
  }

  private static JsonNode claims(String token) {
    byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return Json.read(new String(payload, StandardCharsets.UTF_8));
  }

  private String redirect() {
    return board.resolve("/welcome").toString();
  }
}
