package dev.twostep.it.grants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import dev.twostep.it.grants.Agent.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A desktop agent gets its tokens by the direct grant, with a second step where policy asks. */
@WithKeycloak
class GrantsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PLAIN = TestEnvironment.CLIENT;
  private static final String TALKATIVE = "agent";

  private final TestEnvironment environment;
  private final RealmApi realm;

  GrantsIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
  }

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
    realm.clientAttribute(realm.createClient(TALKATIVE), "twostep.grant.reasons", "on");
    realm.update(
        Map.of("bruteForceProtected", true, "failureFactor", 20, "quickLoginCheckMilliSeconds", 0));
  }

  @Test
  @AbuseCase("D01")
  @DisplayName("D01 a password without a code is answered to the letter like a wrong password")
  void theRightPasswordShowsNowhere() {
    String ada = required(NewUser.named("grant-ada").withApp());
    Agent plain = agent(PLAIN);
    Agent talkative = agent(TALKATIVE);

    Answer wrongPassword = plain.password("grant-ada", "wrong", Map.of());
    Answer noCode = plain.password("grant-ada", Map.of());
    Answer wrongCode = plain.password("grant-ada", Map.of("totp", "000000"));
    Answer guessed = talkative.password("grant-ada", "wrong", Map.of("totp", "000000"));

    assertThat(wrongPassword.status()).isEqualTo(400);
    assertThat(wrongPassword.text("error")).isEqualTo("invalid_grant");
    for (Answer other : List.of(noCode, wrongCode, guessed)) {
      assertThat(other.status()).isEqualTo(wrongPassword.status());
      assertThat(other.page().body()).isEqualTo(wrongPassword.page().body());
    }
    Answer told = talkative.password("grant-ada", Map.of());
    assertThat(told.status()).isEqualTo(400);
    assertThat(told.text("error")).isEqualTo("invalid_grant");
    assertThat(told.reason()).isEqualTo("code-required");
    assertThat(told.json().path("twostep_factors").toString()).contains("totp");
    Eventually.holds("counted by Keycloak", PATIENCE, () -> secondaryFailures(ada) == 1);
  }

  @Test
  @DisplayName("with the code of the app there is a token, which names what was proven")
  void theAppOpens() {
    String bob = required(NewUser.named("grant-bob").withApp());
    String code = NewUser.appOf("grant-bob").code();

    Answer in = agent(PLAIN).password("grant-bob", Map.of("totp", code));
    Answer again = agent(TALKATIVE).password("grant-bob", Map.of("twostep_code", code));

    assertThat(in.isGood()).as(in.page().body()).isTrue();
    JsonNode claims = in.claims("id_token");
    assertThat(claims.path("acr").asText()).isEqualTo("otp");
    assertThat(in.list(claims, "amr")).contains("otp", "mfa");
    assertThat(again.isGood()).isFalse();
    JsonNode details = realm.latestEvent(bob, "LOGIN").path("details");
    assertThat(details.path("twostep_decision").asText()).isEqualTo("ask");
    assertThat(details.path("twostep_factor").asText()).isEqualTo("totp");
  }

  @Test
  @DisplayName("a text message is asked for in one request and answered in the next")
  void messagesOpen() {
    String phone = "+4915288200001";
    required(NewUser.named("grant-cleo").withPhone(phone));
    required(NewUser.named("grant-carl").withPhone("+4915288200002"));
    Agent agent = agent(TALKATIVE);

    Answer sent = agent.password("grant-cleo", Map.of("twostep_send", "sms"));
    assertThat(sent.reason()).isEqualTo("code-sent");
    String code = SmsGatewayDouble.codeIn(environment.gateway().awaitSms(phone, 1, PATIENCE));
    Map<String, String> answer =
        Map.of("twostep_code", code, "twostep_challenge", sent.text("twostep_challenge"));
    Answer soon = agent.password("grant-cleo", Map.of("twostep_send", "sms"));

    assertThat(soon.reason()).isEqualTo("send-wait");
    assertThat(soon.json().path("twostep_retry_after").asInt()).isBetween(1, 30);
    assertThat(agent.password("grant-carl", answer).reason()).isEqualTo("code-expired");
    assertThat(agent(PLAIN).password("grant-cleo", answer).isGood()).isFalse();
    assertThat(agent.password("grant-cleo", Map.of("twostep_code", code)).reason())
        .isEqualTo("factor-not-allowed");
    Answer in = agent.password("grant-cleo", answer);
    assertThat(in.isGood()).as(in.page().body()).isTrue();
    assertThat(in.claims("id_token").path("acr").asText()).isEqualTo("sms");
    assertThat(agent.password("grant-cleo", answer).reason()).isEqualTo("code-spent");
  }

  @Test
  @DisplayName("wrong codes wait like on the pages, and the wait is told")
  void wrongCodesWait() {
    required(NewUser.named("grant-dan").withApp().withRecoveryCodes(List.of("ABCDEFGH2345")));
    Agent agent = agent(TALKATIVE);

    Answer wrong = agent.password("grant-dan", Map.of("totp", "000000"));
    Answer held = agent.password("grant-dan", Map.of("totp", "000001"));
    Answer recovered = agent.password("grant-dan", Map.of("twostep_code", "abcd-efgh-2345"));

    assertThat(wrong.reason()).isEqualTo("code-wrong");
    assertThat(wrong.json().path("twostep_retry_after").asInt()).isPositive();
    assertThat(held.reason()).isIn("code-wait", "code-wrong");
    assertThat(recovered.isGood()).as(recovered.page().body()).isTrue();
  }

  @Test
  @DisplayName("B7 who has no second step and need not is not asked; who must set one up is told")
  void enrolmentNeedsABrowser() {
    realm.policy(
        "user", realm.createUser(NewUser.named("grant-eve")), Map.of("requirement", "optional"));
    required(NewUser.named("grant-fay"));
    Agent agent = agent(TALKATIVE);

    assertThat(agent.password("grant-eve", Map.of()).isGood()).isTrue();
    assertThat(agent.password("grant-fay", Map.of()).reason()).isEqualTo("enrolment-required");
  }

  @Test
  @DisplayName("an offline token by a browser needs the code; B7 where offers are off, no page")
  void offlineAccessByBrowser() {
    realm.clientAttribute(realm.createClient("mobile"), "twostep.offer", "off");
    required(NewUser.named("grant-jim").withApp());
    realm.policy(
        "user", realm.createUser(NewUser.named("grant-kim")), Map.of("requirement", "optional"));
    Map<String, String> offline = Map.of("scope", "openid offline_access");

    LoginDriver owner = environment.newDriver();
    Page asked =
        owner.password(owner.open(realm.name(), "mobile", offline), "grant-jim", NewUser.PASSWORD);
    LoginDriver other = environment.newDriver();
    Page in =
        other.password(other.open(realm.name(), "mobile", offline), "grant-kim", NewUser.PASSWORD);

    assertThat(Stage.of(asked)).isEqualTo(Stage.ASKED);
    assertThat(Stage.of(in)).isEqualTo(Stage.IN);
    JsonNode tokens = other.tokens(realm.name(), "mobile", in.code().orElseThrow());
    assertThat(tokens.path("scope").asText()).contains("offline_access");
    assertThat(agent("mobile").refresh(tokens.path("refresh_token").asText()).isGood()).isTrue();
  }

  @Test
  @AbuseCase("D03")
  @DisplayName("D03 a device gets nothing for one factor, and nothing once the account is locked")
  void devicesFollowThePolicy() {
    Device device = Device.make(environment, realm, "tv");
    required(NewUser.named("grant-gus").withApp());
    required(NewUser.named("grant-hal").withApp());

    Device.Code half = device.start();
    assertThat(half.approveByPasswordOnly("grant-gus")).isFalse();
    assertThat(half.poll().text("error")).isEqualTo("authorization_pending");

    Device.Code approved = device.start();
    approved.approve("grant-gus");
    assertThat(approved.poll().isGood()).isTrue();

    Device.Code late = device.start();
    late.approve("grant-hal");
    lock("grant-hal");
    Answer refused = late.poll();
    assertThat(refused.isGood()).isFalse();
    assertThat(refused.text("error")).isEqualTo("invalid_grant");
  }

  @Test
  @AbuseCase("D05")
  @DisplayName("D05 tokens from before a stricter policy are renewed only while the switch is off")
  void renewalFollowsThePolicy() {
    String ida = realm.createUser(NewUser.named("grant-ida").withApp());
    realm.policy("user", ida, Map.of("requirement", "off"));
    Agent agent = agent(PLAIN);
    Map<String, String> offline = Map.of("scope", "openid offline_access");
    String online = agent.password("grant-ida", Map.of()).text("refresh_token");
    String forLong = agent.password("grant-ida", offline).text("refresh_token");
    realm.policy("user", ida, Map.of("requirement", "required"));
    assertThat(agent.refresh(online).isGood()).isTrue();
    assertThat(agent.refresh(forLong).isGood()).isTrue();
    String code = NewUser.appOf("grant-ida").code();
    String proven =
        agent
            .password("grant-ida", Map.of("totp", code, "scope", "openid offline_access"))
            .text("refresh_token");

    realm.attribute("twostep.refresh.follow-policy", "on");
    try {
      for (String old : List.of(online, forLong)) {
        Answer refused = agent.refresh(old);
        assertThat(refused.text("error")).isEqualTo("invalid_grant");
        assertThat(refused.text("error_description")).contains("second factor");
      }
      assertThat(agent.refresh(proven).isGood()).isTrue();
    } finally {
      realm.attribute("twostep.refresh.follow-policy", "off");
    }
  }

  private void lock(String username) {
    for (int i = 0; i < 20; i++) {
      agent(PLAIN).password(username, "wrong", Map.of());
    }
    String user = id(username);
    Eventually.holds(
        "the account is locked", PATIENCE, () -> bruteForce(user).path("disabled").asBoolean());
  }

  private int secondaryFailures(String user) {
    return bruteForce(user).path("numSecondaryAuthFailures").asInt();
  }

  private JsonNode bruteForce(String user) {
    return realm.get("attack-detection/brute-force/users/" + user).orFail().json();
  }

  private String id(String username) {
    return realm.userNamed(username).path("id").asText();
  }

  private String required(NewUser user) {
    String id = realm.createUser(user);
    realm.policy("user", id, Map.of("requirement", "required"));
    return id;
  }

  private Agent agent(String client) {
    return Agent.of(environment, realm.name(), client);
  }
}
