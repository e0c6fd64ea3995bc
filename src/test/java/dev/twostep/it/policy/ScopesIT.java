package dev.twostep.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The layer of each scope is read, replaced and taken away by REST, and logins follow it. */
@WithKeycloak
class ScopesIT {

  private static final Map<String, Object> FULL =
      Map.of(
          "requirement", "required",
          "factors", List.of("sms", "totp"),
          "first", "totp",
          "fallback", "none",
          "grace", Map.of("until", "2031-12-31", "skips", 3));

  private static final Map<String, String> SCOPES = new LinkedHashMap<>();

  private static String user = "";

  @BeforeAll
  static void makeScopes(RealmApi realm) {
    realm.setUpTwostep();
    user = realm.createUser(NewUser.named("member").withApp());
    String group = realm.createGroup("group");
    String organization = realm.createOrganization("organization");
    realm.organizationAttribute(organization, "colour", "green");
    realm.joinGroup(user, group).joinOrganization(user, organization);
    SCOPES.put("realm", realm.name());
    SCOPES.put("organization", organization);
    SCOPES.put("group", group);
    SCOPES.put("user", user);
    SCOPES.put("client", realm.clientNamed("app").get("id").asText());
  }

  @Test
  @DisplayName("PUT replaces a scope's layer, GET shows it, a login follows it, DELETE ends it")
  void roundTrip(TestEnvironment environment, RealmApi realm) {
    SCOPES.forEach(
        (kind, id) -> {
          String path = "twostep/scopes/" + kind + "/" + id;
          assertThat(realm.get(path).orFail().json().get("layer")).as(kind).isEmpty();
          realm.put(path, Map.of("requirement", "off", "first", "sms")).orFail();
          assertThat(login(environment, realm)).as(kind).isEqualTo(Stage.IN);
          JsonNode answer = realm.put(path, FULL).orFail().json();
          JsonNode stored = realm.get(path).orFail().json();
          assertThat(stored.get("layer")).as(kind).isEqualTo(answer.get("layer"));
          assertThat(stored.get("layer").get("factors")).as(kind).hasSize(2);
          assertThat(stored.get("layer").get("grace").get("skips").asInt()).isEqualTo(3);
          assertThat(stored.get("setBy").asText()).as(kind).contains("master/admin");
          assertThat(stored.get("scope").get("kind").asText()).isEqualTo(kind);
          assertThat(login(environment, realm)).as(kind).isEqualTo(Stage.ASKED);
          realm.delete(path).orFail();
          assertThat(realm.get(path).orFail().json().get("layer")).as(kind).isEmpty();
          assertThat(login(environment, realm)).as(kind).isEqualTo(Stage.IN);
        });
  }

  @Test
  @DisplayName("an organization keeps its other attributes")
  void keepsOtherAttributes(RealmApi realm) {
    String path = "organizations/" + SCOPES.get("organization");
    realm.policy("organization", SCOPES.get("organization"), FULL);
    JsonNode with = realm.get(path).orFail().json().get("attributes");
    realm.delete("twostep/scopes/organization/" + SCOPES.get("organization")).orFail();
    JsonNode without = realm.get(path).orFail().json().get("attributes");

    assertThat(with.get("colour").get(0).asText()).isEqualTo("green");
    assertThat(with.get("twostep.requirement").get(0).asText()).isEqualTo("required");
    assertThat(without.get("colour").get(0).asText()).isEqualTo("green");
    assertThat(without.has("twostep.requirement")).isFalse();
    assertThat(without.has("twostep.set.by")).isFalse();
  }

  @Test
  @DisplayName("everything wrong with a body is told at once, with hints, and nothing is stored")
  void reportsTogether(RealmApi realm) {
    String bad =
        """
        {"requirement": "maybe", "factors": ["sms", "pigeon"], "first": "passkey",
         "fallback": 7, "grace": {"until": "tomorrow", "skips": 11}, "colour": "green"}
        """;
    SCOPES.forEach(
        (kind, id) -> {
          Reply reply = realm.put("twostep/scopes/" + kind + "/" + id, bad);
          List<String> fields = reply.json().get("errors").findValuesAsText("field");
          assertThat(reply.status()).as(kind).isEqualTo(400);
          assertThat(fields)
              .contains("requirement", "factors", "first", "fallback", "colour")
              .contains("grace.until", "grace.skips");
          assertThat(reply.json().get("errors").findValuesAsText("hint")).doesNotContain("");
          assertThat(realm.get("twostep/scopes/" + kind + "/" + id).json().get("layer")).isEmpty();
        });
  }

  @Test
  @DisplayName("broken bodies and unknown scopes are the caller's mistake, never the server's")
  void brokenCalls(RealmApi realm) {
    for (String body : List.of("", "{", "[]", "null", "{\"requirement\":\"off\"} {}", "{}")) {
      assertThat(realm.put("twostep/scopes/user/" + user, body).status()).as(body).isEqualTo(400);
    }
    String longList = "{\"factors\":[" + "\"sms\",".repeat(3000) + "\"sms\"]}";
    assertThat(realm.put("twostep/scopes/user/" + user, longList).status()).isEqualTo(400);
    for (String kind : List.of("realm", "organization", "group", "user", "client", "planet")) {
      assertThat(realm.put("twostep/scopes/" + kind + "/nobody", FULL).status()).isEqualTo(404);
      assertThat(realm.get("twostep/scopes/" + kind + "/" + "x".repeat(300)).status())
          .isEqualTo(404);
    }
  }

  @Test
  @DisplayName("a change and an end of a layer are admin events with the layer in them")
  void events(RealmApi realm) {
    String group = realm.createGroup("told");
    realm.policy("group", group, Map.of("requirement", "required"));
    realm.delete("twostep/scopes/group/" + group).orFail();
    List<JsonNode> events = new ArrayList<>();
    for (JsonNode event : realm.adminEvents()) {
      if (event.path("resourcePath").asText().equals("twostep/scopes/group/" + group)) {
        events.add(event);
      }
    }

    assertThat(events.stream().map(event -> event.get("operationType").asText()))
        .containsExactlyInAnyOrder("UPDATE", "DELETE");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.get("resourceType").asText()).isEqualTo("TWOSTEP_SCOPE");
              assertThat(event.get("representation").asText()).contains("required");
            });
  }

  private static Stage login(TestEnvironment environment, RealmApi realm) {
    LoginDriver browser = environment.newDriver();
    return Stage.of(browser.login(realm.name(), "app", "member", NewUser.PASSWORD));
  }
}
