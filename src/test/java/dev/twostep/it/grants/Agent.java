package dev.twostep.it.grants;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A program without a browser that asks one realm for tokens as one client. */
public record Agent(LoginDriver http, URI server, String realm, String client) {

  static Agent of(TestEnvironment environment, String realm, String client) {
    return new Agent(environment.newDriver(), environment.url(), realm, client);
  }

  Answer password(String username, Map<String, String> more) {
    return password(username, NewUser.PASSWORD, more);
  }

  public Answer password(String username, String password, Map<String, String> more) {
    Map<String, String> fields = new HashMap<>(more);
    fields.put("grant_type", "password");
    fields.put("username", username);
    fields.put("password", password);
    fields.putIfAbsent("scope", "openid");
    return token(fields);
  }

  public Answer refresh(String refreshToken) {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  public Answer token(Map<String, String> fields) {
    return post("token", fields);
  }

  Answer post(String endpoint, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.putIfAbsent("client_id", client);
    String path = "/realms/" + realm + "/protocol/openid-connect/" + endpoint;
    return new Answer(http.post(server.resolve(path), all));
  }

  /** What came back. */
  public record Answer(Page page) {

    int status() {
      return page.status();
    }

    JsonNode json() {
      return Json.read(page.body());
    }

    public String text(String field) {
      return json().path(field).asText();
    }

    public boolean isGood() {
      return json().has("access_token");
    }

    String reason() {
      return text("twostep_reason");
    }

    JsonNode claims(String token) {
      byte[] body = Base64.getUrlDecoder().decode(text(token).split("\\.", -1)[1]);
      return Json.read(new String(body, StandardCharsets.UTF_8));
    }

    List<String> list(JsonNode claims, String name) {
      List<String> values = new ArrayList<>();
      JsonNode found = claims.path(name);
      if (found.isTextual()) {
        values.add(found.asText());
      }
      found.forEach(value -> values.add(value.asText()));
      return values;
    }
  }
}
