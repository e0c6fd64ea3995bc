package dev.twostep.it.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An administrator's rule about a user is not the user's own to change. */
@WithKeycloak
class UserAttributeIT {

  private static final List<String> OWN_LAYER =
      List.of(
          "twostep.requirement",
          "twostep.factors",
          "twostep.first",
          "twostep.fallback",
          "twostep.grace.until",
          "twostep.grace.skips",
          "twostep.choice");

  @Test
  @DisplayName("through the account REST a user changes none of the policy's attributes")
  void accountRest(TestEnvironment environment) {
    RealmApi realm = environment.newRealm("attributes-declared");
    realm.setUpTwostep();
    String user = realm.createUser(NewUser.named("user").withPhone("+4915100420041"));
    String token = token(environment, realm);
    realm.policy("user", user, Map.of("requirement", "required", "first", "totp"));
    realm.userAttribute(user, "twostep.choice", "on");
    JsonNode before = realm.user(user).get("attributes");
    for (String name : OWN_LAYER) {
      post(realm, token, name, name.endsWith("requirement") ? "off" : "never");
      assertThat(realm.user(user).get("attributes")).as(name).isEqualTo(before);
    }
    post(realm, token, "firstName", "Changed");

    assertThat(realm.user(user).get("attributes")).isEqualTo(before);
    assertThat(login(environment, realm)).isEqualTo(Stage.ASKED);
  }

  @Test
  @DisplayName("where users may write undeclared attributes, only a stricter word of theirs counts")
  void openProfile(TestEnvironment environment) {
    RealmApi realm = environment.newRealm("attributes-open");
    openProfile(realm);
    realm.createUser(NewUser.named("user").withPhone("+4915100420042"));
    String token = token(environment, realm);
    assertThat(post(realm, token, "twostep.requirement", "off").isGood()).isTrue();
    bindOnly(realm);
    assertThat(realm.userNamed("user").at("/attributes/twostep.requirement/0").asText())
        .isEqualTo("off");
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
    assertThat(login(environment, realm)).isEqualTo(Stage.ASKED);

    realm.policy("realm", realm.name(), Map.of("requirement", "off"));
    String user = realm.userNamed("user").get("id").asText();
    realm.userAttribute(user, "twostep.requirement", "required");
    assertThat(login(environment, realm)).isEqualTo(Stage.ASKED);
    JsonNode layer = realm.get("twostep/scopes/user/" + user).orFail().json();
    assertThat(layer.get("warning").asText()).contains("only 'required' counts");
  }

  /** Setup declares the attributes; this is a realm where somebody has opened them again. */
  private static void bindOnly(RealmApi realm) {
    JsonNode open = realm.get("users/profile").orFail().json();
    realm.setUpTwostep();
    realm.put("users/profile", open).orFail();
  }

  private static void openProfile(RealmApi realm) {
    ObjectNode profile = (ObjectNode) realm.get("users/profile").orFail().json();
    realm.put("users/profile", profile.put("unmanagedAttributePolicy", "ENABLED")).orFail();
  }

  private static Reply post(RealmApi realm, String token, String name, String value) {
    String path = "/realms/" + realm.name() + "/account/";
    ObjectNode account =
        (ObjectNode) Json.read(realm.api().withToken(token, "GET", path, "").orFail().text());
    account.remove("userProfileMetadata");
    if (name.startsWith("twostep.")) {
      account.withObject("/attributes").putArray(name).add(value);
    } else {
      account.put(name, value);
    }
    return realm.api().withToken(token, "POST", path, account.toString());
  }

  private static String token(TestEnvironment environment, RealmApi realm) {
    Map<String, String> grant =
        Map.of(
            "grant_type", "password",
            "client_id", "app",
            "username", "user",
            "password", NewUser.PASSWORD);
    JsonNode answer = environment.newDriver().token(realm.name(), grant);
    assertThat(answer.has("access_token")).as(answer.toString()).isTrue();
    return answer.path("access_token").asText();
  }

  private static Stage login(TestEnvironment environment, RealmApi realm) {
    LoginDriver browser = environment.newDriver();
    return Stage.of(browser.login(realm.name(), "app", "user", NewUser.PASSWORD));
  }
}
