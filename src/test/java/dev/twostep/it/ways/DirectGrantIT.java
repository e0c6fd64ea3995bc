package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the policy decides in a password grant that brings nothing but the password. */
@WithKeycloak
class DirectGrantIT {

  @BeforeAll
  static void makeUsers(RealmApi realm) {
    realm.setUpTwostep();
    user(realm, NewUser.named("off").withPhone("+4915100010001"), "off");
    user(realm, NewUser.named("asked").withPhone("+4915100010002"), "required");
    user(realm, NewUser.named("without-factor"), "required");
    user(realm, NewUser.named("offered"), "optional");
    String payroll = realm.createClient("payroll");
    realm.policy("client", payroll, Map.of("requirement", "required"));
  }

  private static void user(RealmApi realm, NewUser user, String requirement) {
    realm.policy("user", realm.createUser(user), Map.of("requirement", requirement));
  }

  @Test
  @DisplayName("a user under a required policy gets no token for the password alone")
  void refusesWhoWouldBeAsked(TestEnvironment environment, RealmApi realm) {
    JsonNode asked = grant(environment, realm, "app", "asked");
    JsonNode withoutFactor = grant(environment, realm, "app", "without-factor");
    JsonNode atPayroll = grant(environment, realm, "payroll", "off");

    for (JsonNode answer : new JsonNode[] {asked, withoutFactor, atPayroll}) {
      assertThat(answer.path("error").asText()).isEqualTo("invalid_grant");
      assertThat(answer.has("access_token")).isFalse();
    }
  }

  @Test
  @DisplayName("a user whom the policy does not ask gets a token")
  void letsOthersIn(TestEnvironment environment, RealmApi realm) {
    assertThat(grant(environment, realm, "app", "off").has("access_token")).isTrue();
    assertThat(grant(environment, realm, "app", "offered").has("access_token")).isTrue();
  }

  @Test
  @DisplayName("observing, the policy refuses nobody")
  void observes(TestEnvironment environment, RealmApi realm) {
    realm.attribute("twostep.state", "observe");
    try {
      assertThat(grant(environment, realm, "app", "asked").has("access_token")).isTrue();
    } finally {
      realm.attribute("twostep.state", "on");
    }
  }

  private static JsonNode grant(
      TestEnvironment environment, RealmApi realm, String client, String username) {
    return environment
        .newDriver()
        .token(
            realm.name(),
            Map.of(
                "grant_type",
                "password",
                "client_id",
                client,
                "username",
                username,
                "password",
                NewUser.PASSWORD));
  }
}
