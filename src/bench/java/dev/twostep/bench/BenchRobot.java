package dev.twostep.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.admin.RealmApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** A robot that may also read users, so that one token serves all calls that are compared. */
record BenchRobot(URI server, String realm, HttpClient http) {

  private static final String ID = "robot";
  private static final String SECRET = "robots-secret";

  static BenchRobot made(URI server, RealmApi realm) {
    String client =
        realm.createClient(
            Map.of("clientId", ID, "secret", SECRET, "serviceAccountsEnabled", true));
    String account =
        realm.get("clients/" + client + "/service-account-user").orFail().json().get("id").asText();
    JsonNode role = realm.get("roles/twostep-robot").orFail().json();
    realm.post("users/" + account + "/role-mappings/realm", List.of(role)).orFail();
    String management = realm.clientNamed("realm-management").get("id").asText();
    JsonNode view = realm.get("clients/" + management + "/roles/view-users").orFail().json();
    realm.post("users/" + account + "/role-mappings/clients/" + management, List.of(view)).orFail();
    realm
        .put(
            "twostep/portals/robots/" + client,
            Map.of("portals", List.of("*"), "owners", List.of("*"), "perMinute", 60_000))
        .orFail();
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return new BenchRobot(server, realm.name(), http);
  }

  String token() {
    HttpRequest request =
        HttpRequest.newBuilder(
                server.resolve("/realms/" + realm + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    AdminApi.form(
                        Map.of(
                            "grant_type",
                            "client_credentials",
                            "client_id",
                            ID,
                            "client_secret",
                            SECRET,
                            "scope",
                            "openid"))))
            .build();
    return Json.read(good(request)).get("access_token").asText();
  }

  private String good(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Holding with(String token, String owner) {
    return new Holding(this, token, owner);
  }

  /** The same with a token, and the user about whom it asks. */
  record Holding(BenchRobot robot, String token, String owner) {

    void lease(URI server, String portal) {
      send(
          request(server, "/realms/" + robot.realm + "/twostep/portals/" + portal + "/lease")
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{\"job\":\"bench\"}")));
    }

    void userInfo(URI server) {
      send(request(server, "/realms/" + robot.realm + "/protocol/openid-connect/userinfo"));
    }

    void adminUser(URI server) {
      send(request(server, "/admin/realms/" + robot.realm + "/users/" + owner));
    }

    private HttpRequest.Builder request(URI server, String path) {
      return HttpRequest.newBuilder(server.resolve(path))
          .header("Authorization", "Bearer " + token);
    }

    private void send(HttpRequest.Builder request) {
      robot.good(request.build());
    }

    @Override
    public String toString() {
      return "Holding[******]";
    }
  }
}
