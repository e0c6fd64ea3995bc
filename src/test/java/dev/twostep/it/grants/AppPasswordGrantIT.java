package dev.twostep.it.grants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import dev.twostep.it.grants.Agent.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A calendar that knows user name and password only, and what an app password opens there. */
@WithKeycloak
class AppPasswordGrantIT {

  private static final String CALENDAR = "calendar";
  private static final String SECRET = "calendar-secret";
  private static final String OTHER = TestEnvironment.CLIENT;

  private final TestEnvironment environment;
  private final RealmApi realm;

  AppPasswordGrantIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
  }

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
    realm.update(
        Map.of("bruteForceProtected", true, "failureFactor", 5, "quickLoginCheckMilliSeconds", 0));
    calendar(realm);
  }

  private static String calendar(RealmApi realm) {
    return realm.createClient(
        Map.of(
            "clientId",
            CALENDAR,
            "secret",
            SECRET,
            "directAccessGrantsEnabled",
            true,
            "fullScopeAllowed",
            false,
            "redirectUris",
            List.of("*"),
            "attributes",
            Map.of("twostep.app-passwords", "on")));
  }

  @Test
  @DisplayName("the app password opens the calendar, the normal password does not any more")
  void opensItsApplication() {
    String ann = required("app-ann");
    String id = desk().make(ann, calendarId());
    realm.createUser(NewUser.named("app-plain"));

    Answer in = calendar("app-ann", Desk.TYPED);
    Answer normal = calendar("app-ann", NewUser.PASSWORD);
    Answer wrong = calendar("app-ann", "wrong");
    Answer unprotected = calendar("app-plain", NewUser.PASSWORD);

    assertThat(in.isGood()).as(in.page().body()).isTrue();
    assertThat(normal.status()).isEqualTo(wrong.status()).isEqualTo(400);
    assertThat(normal.page().body()).isEqualTo(wrong.page().body());
    assertThat(unprotected.isGood()).isTrue();
    JsonNode details = realm.latestEvent(ann, "LOGIN").path("details");
    assertThat(details.path("twostep_app_password").asText()).isEqualTo(id);
  }

  @Test
  @AbuseCase("E01")
  @DisplayName("E01 an app password in the browser is a wrong password")
  void opensNoBrowser() {
    String ben = required("app-ben");
    desk().make(ben, calendarId());

    Page typed = environment.newDriver().login(realm.name(), OTHER, "app-ben", Desk.TYPED);
    Page wrong = environment.newDriver().login(realm.name(), OTHER, "app-ben", "wrong");

    assertThat(Stage.of(typed)).isEqualTo(Stage.PASSWORD);
    assertThat(typed.text()).isEqualTo(wrong.text());
  }

  @Test
  @AbuseCase("E02")
  @DisplayName("E02 an app password opens no console, and its tokens do not either")
  void opensNoConsole() {
    String cid = required("app-cid");
    String console = realm.clientNamed("admin-cli").path("id").asText();
    desk().make(cid, calendarId(), console);

    for (String client : List.of("admin-cli", "account", "account-console", OTHER)) {
      assertThat(agent(client).password("app-cid", Desk.TYPED, Map.of()).isGood())
          .as(client)
          .isFalse();
    }
    Answer in = calendar("app-cid", Desk.TYPED);
    JsonNode claims = in.claims("access_token");
    assertThat(claims.path("resource_access").has("account")).isFalse();
    assertThat(claims.path("resource_access").has("realm-management")).isFalse();
    LoginDriver holder =
        environment
            .newDriver()
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + in.text("access_token"));
    assertThat(holder.get("/realms/" + realm.name() + "/account/credentials").status())
        .isIn(401, 403);
    assertThat(holder.get("/admin/realms/" + realm.name() + "/users").status()).isIn(401, 403);
  }

  @Test
  @AbuseCase("E03")
  @DisplayName("E03 another client, a missing secret: nothing; the audience is the calendar alone")
  void isForThatClientOnly() {
    String dot = required("app-dot");
    desk().make(dot, calendarId());

    assertThat(agent(OTHER).password("app-dot", Desk.TYPED, Map.of()).isGood()).isFalse();
    assertThat(agent(CALENDAR).password("app-dot", Desk.TYPED, Map.of()).status()).isEqualTo(401);
    Answer in = calendar("app-dot", Desk.TYPED);
    assertThat(in.list(in.claims("access_token"), "aud")).containsExactly(CALENDAR);
    Answer renewed = refresh(in);
    assertThat(renewed.list(renewed.claims("access_token"), "aud")).containsExactly(CALENDAR);
  }

  @Test
  @AbuseCase("E22")
  @DisplayName("E22 with another user's name, or in another realm, it is nothing")
  void isForThatUserOnly() {
    String eli = required("app-eli");
    required("app-fred");
    desk().make(eli, calendarId());
    RealmApi elsewhere = environment.newRealm("elsewhere");
    elsewhere.setUpTwostep();
    calendar(elsewhere);
    elsewhere.policy(
        "user",
        elsewhere.createUser(NewUser.named("app-eli").withApp()),
        Map.of("requirement", "required"));

    assertThat(calendar("app-eli", Desk.TYPED).isGood()).isTrue();
    assertThat(calendar("app-fred", Desk.TYPED).isGood()).isFalse();
    Agent there = Agent.of(environment, elsewhere.name(), CALENDAR);
    assertThat(there.password("app-eli", Desk.TYPED, secret()).isGood()).isFalse();
  }

  @Test
  @AbuseCase("E04")
  @DisplayName("E04 a disabled user's calendar gets nothing, and renews nothing")
  void endsWithTheUser() {
    String gil = required("app-gil");
    desk().make(gil, calendarId());
    Answer in = calendar("app-gil", Desk.TYPED);

    realm.updateUser(gil, Map.of("enabled", false));

    assertThat(calendar("app-gil", Desk.TYPED).isGood()).isFalse();
    assertThat(refresh(in).isGood()).isFalse();
  }

  @Test
  @AbuseCase("E07")
  @DisplayName("E07 revoking ends its tokens at the next renewal, and none of them is offline")
  void endsWithItsRevocation() {
    String hedy = required("app-hedy");
    String id = desk().make(hedy, calendarId());
    Answer in = calendar("app-hedy", Desk.TYPED);
    Answer renewed = refresh(in);
    Map<String, String> offline = secret();
    offline.put("scope", "openid offline_access");
    Answer refused = agent(CALENDAR).password("app-hedy", Desk.TYPED, offline);

    desk().revoke(hedy, id);
    Answer after = refresh(renewed);

    assertThat(renewed.isGood()).as(renewed.page().body()).isTrue();
    assertThat(refused.isGood()).isFalse();
    assertThat(refused.text("error")).isEqualTo("invalid_scope");
    assertThat(after.status()).isEqualTo(400);
    assertThat(after.text("error")).isEqualTo("invalid_grant");
    assertThat(calendar("app-hedy", Desk.TYPED).isGood()).isFalse();
  }

  @Test
  @AbuseCase("E09")
  @DisplayName("E09 guesses are slowed down; the owner's phone and browser are not")
  void guessesLockNobodyOut() {
    String ike = required("app-ike");
    desk().make(ike, calendarId());
    List<Answer> guesses = new ArrayList<>();
    for (int i = 0; i < 33; i++) {
      guesses.add(calendar("app-ike", "guess-" + i));
    }
    Answer last = guesses.get(guesses.size() - 1);

    assertThat(guesses.get(0).status()).isEqualTo(400);
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.page().headers()).containsKey("retry-after");
    assertThat(failuresOf(ike)).isZero();
    assertThat(calendar("app-ike", Desk.TYPED).isGood()).isTrue();
    Page browser = environment.newDriver().login(realm.name(), OTHER, "app-ike", NewUser.PASSWORD);
    assertThat(Stage.of(browser)).isEqualTo(Stage.ASKED);
  }

  @Test
  @AbuseCase("E19")
  @DisplayName("E19 an old phone that goes on with a revoked one locks nobody and mails once")
  void oldPhonesAreHarmless() {
    String jan = required("app-jan");
    desk().make(jan, calendarId());
    desk().makeRevoked(jan, "ZZZZZ999998888877777666665");
    for (int i = 0; i < 12; i++) {
      Answer refused = calendar("app-jan", "ZZZZZ-99999-88888-77777-666665");
      assertThat(refused.status()).isEqualTo(400);
    }

    assertThat(failuresOf(jan)).isZero();
    assertThat(calendar("app-jan", Desk.TYPED).isGood()).isTrue();
    assertThat(environment.mail().mailsTo("app-jan@example.test")).hasSizeLessThanOrEqualTo(1);
    Page browser = environment.newDriver().login(realm.name(), OTHER, "app-jan", NewUser.PASSWORD);
    assertThat(Stage.of(browser)).isEqualTo(Stage.ASKED);
  }

  private int failuresOf(String user) {
    return realm
        .get("attack-detection/brute-force/users/" + user)
        .orFail()
        .json()
        .path("numFailures")
        .asInt();
  }

  private Answer calendar(String username, String password) {
    return agent(CALENDAR).password(username, password, secret());
  }

  private Answer refresh(Answer answer) {
    Map<String, String> fields = secret();
    fields.put("grant_type", "refresh_token");
    fields.put("refresh_token", answer.text("refresh_token"));
    return agent(CALENDAR).token(fields);
  }

  private static Map<String, String> secret() {
    return new HashMap<>(Map.of("client_secret", SECRET));
  }

  private String calendarId() {
    return realm.clientNamed(CALENDAR).path("id").asText();
  }

  private String required(String username) {
    String id = realm.createUser(NewUser.named(username).withApp());
    realm.policy("user", id, Map.of("requirement", "required"));
    return id;
  }

  private Desk desk() {
    return new Desk(realm, environment.database());
  }

  private Agent agent(String client) {
    return Agent.of(environment, realm.name(), client);
  }
}
