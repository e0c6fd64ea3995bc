package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Between "never" and "always": observing, offering, and putting off. */
@WithKeycloak
class GradesOfPolicyIT {

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
  }

  @Test
  @DisplayName("observing, the policy decides and tells the event log, and asks nobody")
  void observes(TestEnvironment environment, RealmApi realm) {
    String user = realm.createUser(NewUser.named("observed").withApp());
    realm.policy("user", user, Map.of("requirement", "required"));
    realm.attribute("twostep.state", "observe");
    try {
      assertThat(Stage.of(Visitor.to(environment, realm).login("observed"))).isEqualTo(Stage.IN);
    } finally {
      realm.attribute("twostep.state", "on");
    }
    JsonNode details = realm.latestEvent(user, "LOGIN").path("details");
    assertThat(details.path("twostep_decision").asText()).isEqualTo("observed-ask");
    assertThat(details.path("twostep_requirement").asText()).isEqualTo("required");
  }

  @Test
  @DisplayName("switched off, the policy asks nobody")
  void off(TestEnvironment environment, RealmApi realm) {
    String user = realm.createUser(NewUser.named("switched").withApp());
    realm.policy("user", user, Map.of("requirement", "required"));
    realm.attribute("twostep.state", "off");
    try {
      assertThat(Stage.of(Visitor.to(environment, realm).login("switched"))).isEqualTo(Stage.IN);
    } finally {
      realm.attribute("twostep.state", "on");
    }
  }

  @Test
  @DisplayName("'not now' and 'never' are remembered; 'not now' ends with its date")
  void remembersAnswers(TestEnvironment environment, RealmApi realm) {
    String later = offered(realm, "later");
    String never = offered(realm, "never");
    answer(environment, realm, "later", "later");
    answer(environment, realm, "never", "never");

    assertThat(Stage.of(Visitor.to(environment, realm).login("later"))).isEqualTo(Stage.IN);
    assertThat(Stage.of(Visitor.to(environment, realm).login("never"))).isEqualTo(Stage.IN);
    assertThat(choice(realm, later)).startsWith("later:20");
    assertThat(choice(realm, never)).isEqualTo("never");
    realm.userAttribute(later, "twostep.choice", "later:2020-01-01");
    assertThat(Stage.of(Visitor.to(environment, realm).login("later"))).isEqualTo(Stage.OFFERED);
  }

  @Test
  @DisplayName("'yes' leads to the set-up; given up half-way it leaves no trace")
  void acceptLeavesNoTrace(TestEnvironment environment, RealmApi realm) {
    String user = offered(realm, "accepts");
    Visitor visitor = Visitor.to(environment, realm);
    Page enrol = visitor.action(visitor.login("accepts"), "accept");

    assertThat(Stage.of(enrol)).isEqualTo(Stage.ENROL);
    assertThat(realm.user(user).path("attributes").has("twostep.choice")).isFalse();
    assertThat(Stage.of(Visitor.to(environment, realm).login("accepts"))).isEqualTo(Stage.OFFERED);
  }

  @Test
  @DisplayName("a set-up may be put off as often as was granted; more granted later adds nothing")
  void skips(TestEnvironment environment, RealmApi realm) {
    String user = realm.createUser(NewUser.named("skips"));
    realm.policy("user", user, Map.of("requirement", "required", "grace", Map.of("skips", 2)));
    for (int i = 0; i < 2; i++) {
      assertThat(Stage.of(postpone(environment, realm, "skips"))).isEqualTo(Stage.IN);
    }
    assertThat(Stage.of(postpone(environment, realm, "skips"))).isEqualTo(Stage.ENROL);
    realm.policy("user", user, Map.of("requirement", "required", "grace", Map.of("skips", 10)));
    assertThat(Stage.of(postpone(environment, realm, "skips"))).isEqualTo(Stage.ENROL);
  }

  @Test
  @DisplayName("a set-up may be put off until the granted day, which is never moved")
  void until(TestEnvironment environment, RealmApi realm) {
    String user = realm.createUser(NewUser.named("until"));
    Instant soon = Instant.now().plus(Duration.ofHours(1));
    grace(realm, user, soon);
    assertThat(Stage.of(postpone(environment, realm, "until"))).isEqualTo(Stage.IN);
    grace(realm, user, Instant.now().plus(Duration.ofDays(300)));
    environment
        .database()
        .sql(
            "update TWOSTEP_GRACE set ENDS_AT = 1 where USER_ID = ? and ENDS_AT < ?",
            user,
            soon.plusSeconds(1).toEpochMilli());
    assertThat(Stage.of(postpone(environment, realm, "until"))).isEqualTo(Stage.ENROL);
  }

  private static void grace(RealmApi realm, String user, Instant until) {
    Map<String, String> grace = Map.of("until", until.toString());
    realm.policy("user", user, Map.of("requirement", "required", "grace", grace));
  }

  private static Page postpone(TestEnvironment environment, RealmApi realm, String username) {
    Visitor visitor = Visitor.to(environment, realm);
    return visitor.action(visitor.login(username), "postpone");
  }

  private static String offered(RealmApi realm, String name) {
    String user = realm.createUser(NewUser.named(name));
    realm.policy("user", user, Map.of("requirement", "optional"));
    return user;
  }

  private static void answer(
      TestEnvironment environment, RealmApi realm, String username, String answer) {
    Visitor visitor = Visitor.to(environment, realm);
    Page offer = visitor.login(username);
    assertThat(Stage.of(offer)).isEqualTo(Stage.OFFERED);
    assertThat(Stage.of(visitor.action(offer, answer))).isEqualTo(Stage.IN);
  }

  private static String choice(RealmApi realm, String user) {
    return realm.user(user).path("attributes").path("twostep.choice").path(0).asText();
  }
}
