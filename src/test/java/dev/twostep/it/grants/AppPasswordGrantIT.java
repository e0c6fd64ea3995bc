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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A calendar that knows user name and password only, and what an app password opens there. */
@WithKeycloak
class AppPasswordGrantIT {

  private static final String OTHER = TestEnvironment.CLIENT;

  private final TestEnvironment environment;
  private final RealmApi realm;
  private final Calendar calendar;

  AppPasswordGrantIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
    this.calendar = new Calendar(environment, realm);
  }

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
    Calendar.in(realm);
  }

  @Test
  @DisplayName("the app password opens the calendar, the normal password does not any more")
  void opensItsApplication() {
    String ann = calendar.required("app-ann");
    String id = calendar.desk().make(ann, calendar.id());
    realm.createUser(NewUser.named("app-plain"));

    Answer in = calendar.password("app-ann", Desk.TYPED);
    Answer normal = calendar.password("app-ann", NewUser.PASSWORD);
    Answer wrong = calendar.password("app-ann", "wrong");
    Answer unprotected = calendar.password("app-plain", NewUser.PASSWORD);

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
    String ben = calendar.required("app-ben");
    calendar.desk().make(ben, calendar.id());

    Page typed = environment.newDriver().login(realm.name(), OTHER, "app-ben", Desk.TYPED);
    Page wrong = environment.newDriver().login(realm.name(), OTHER, "app-ben", "wrong");

    assertThat(Stage.of(typed)).isEqualTo(Stage.PASSWORD);
    assertThat(typed.text()).isEqualTo(wrong.text());
  }

  @Test
  @AbuseCase("E02")
  @DisplayName("E02 an app password opens no console, and its tokens do not either")
  void opensNoConsole() {
    String cid = calendar.required("app-cid");
    String console = realm.clientNamed("admin-cli").path("id").asText();
    calendar.desk().make(cid, calendar.id(), console);

    for (String client : List.of("admin-cli", "account", "account-console", OTHER)) {
      assertThat(agent(client).password("app-cid", Desk.TYPED, Map.of()).isGood())
          .as(client)
          .isFalse();
    }
    Answer in = calendar.password("app-cid", Desk.TYPED);
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
    String dot = calendar.required("app-dot");
    calendar.desk().make(dot, calendar.id());

    assertThat(agent(OTHER).password("app-dot", Desk.TYPED, Map.of()).isGood()).isFalse();
    assertThat(calendar.agent().password("app-dot", Desk.TYPED, Map.of()).status()).isEqualTo(401);
    Answer in = calendar.password("app-dot", Desk.TYPED);
    assertThat(in.list(in.claims("access_token"), "aud")).containsExactly(Calendar.CLIENT);
    Answer renewed = calendar.refresh(in);
    assertThat(renewed.list(renewed.claims("access_token"), "aud"))
        .containsExactly(Calendar.CLIENT);
  }

  @Test
  @AbuseCase("E22")
  @DisplayName("E22 with another user's name, or in another realm, it is nothing")
  void isForThatUserOnly() {
    String eli = calendar.required("app-eli");
    calendar.required("app-fred");
    calendar.desk().make(eli, calendar.id());
    RealmApi elsewhere = environment.newRealm("elsewhere");
    elsewhere.setUpTwostep();
    Calendar.in(elsewhere);
    elsewhere.policy(
        "user",
        elsewhere.createUser(NewUser.named("app-eli").withApp()),
        Map.of("requirement", "required"));

    assertThat(calendar.password("app-eli", Desk.TYPED).isGood()).isTrue();
    assertThat(calendar.password("app-fred", Desk.TYPED).isGood()).isFalse();
    Agent there = Agent.of(environment, elsewhere.name(), Calendar.CLIENT);
    assertThat(there.password("app-eli", Desk.TYPED, calendar.secret()).isGood()).isFalse();
  }

  private Agent agent(String client) {
    return Agent.of(environment, realm.name(), client);
  }
}
