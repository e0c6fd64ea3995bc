package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What administrators may do for a user who lost their factors, and what is written of it. */
@WithKeycloak
class ResetIT {

  private final TestEnvironment environment;
  private final RealmApi realm;
  private final HelpDesk desk;

  ResetIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
    this.desk = new HelpDesk(environment, realm);
  }

  @BeforeAll
  static void requireOfAll(TestEnvironment environment, RealmApi realm) {
    realm.setUpTwostep();
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
    HelpDesk desk = new HelpDesk(environment, realm);
    for (String role : List.of("manage-users", "view-users")) {
      // Their password grant has no page on which to be asked.
      realm.policy("user", desk.administrator(role, role), Map.of("requirement", "off"));
    }
  }

  @Test
  @DisplayName("C4: after a reset sessions are over and set-up starts anew at the next login")
  void startsAnew() {
    String id = realm.createUser(NewUser.named("anew").withPhone("+4915100710001").withApp());
    Visitor before = Visitor.to(environment, realm);
    JsonNode session = desk.tokens(before.app(before.login("anew"), "anew"));
    JsonNode removed = desk.reset(id).orFail().json().get("removed");

    assertThat(removed.findValuesAsText("kind")).containsExactlyInAnyOrder("sms", "totp");
    assertThat(removed.toString()).doesNotContain("7100");
    assertThat(desk.factors(id)).isEmpty();
    assertThat(desk.isAlive(session)).isFalse();
    assertThat(before.open("app", Map.of("prompt", "none")).error()).hasValue("login_required");
    Visitor visitor = Visitor.to(environment, realm);
    Page enrol = visitor.login("anew");
    assertThat(Stage.of(enrol)).isEqualTo(Stage.ENROL);
    Page code = desk.number(visitor, enrol, "+4915100710002");
    assertThat(Stage.of(visitor.code(code, desk.smsCode("+4915100710002")))).isEqualTo(Stage.IN);
  }

  @Test
  @DisplayName("one kind alone can be reset; an unknown one is refused with a hint")
  void oneKind() {
    String id = realm.createUser(NewUser.named("one-kind").withPhone("+4915100710003").withApp());
    String factors = "twostep/users/" + id + "/factors";

    assertThat(realm.delete(factors + "?kind=sms").orFail().json().get("removed")).hasSize(1);
    assertThat(desk.factors(id)).containsExactly("otp");
    for (String kind : List.of("pass", "phone", "", "SMS")) {
      Reply refused = realm.delete(factors + "?kind=" + kind);
      assertThat(refused.status()).as(kind).isEqualTo(400);
      assertThat(refused.json().at("/errors/0/hint").asText()).contains("recovery-codes");
    }
    assertThat(realm.delete(factors + "?kind=email").orFail().json().get("removed")).isEmpty();
    assertThat(desk.factors(id)).containsExactly("otp");
  }

  @Test
  @DisplayName("a reset forgets wrong answers, and keeps the user's own choice")
  void budgetsAndChoice() {
    String id = realm.createUser(NewUser.named("chose").withApp());
    realm.userAttribute(id, "twostep.choice", "on");
    Visitor visitor = Visitor.to(environment, realm);
    visitor.code(visitor.login("chose"), "000000");
    assertThat(desk.wrongAnswers(id)).isEqualTo(1);
    desk.reset(id).orFail();

    assertThat(desk.wrongAnswers(id)).isZero();
    assertThat(realm.user(id).at("/attributes/twostep.choice/0").asText()).isEqualTo("on");
  }

  @Test
  @DisplayName("the pass is in the one answer and nowhere else")
  void shownOnce() {
    String id = realm.createUser(NewUser.named("shown"));
    Reply issued = realm.post("twostep/users/" + id + "/pass", Map.of());
    String pass = issued.json().get("pass").asText();

    assertThat(issued.status()).isEqualTo(201);
    assertThat(issued.raw().headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(pass).matches("[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}");
    JsonNode look = realm.get("twostep/users/" + id + "/pass").orFail().json();
    assertThat(look.get("exists").asBoolean()).isTrue();
    assertThat(look.get("by").asText()).isEqualTo("master/admin");
    assertThat(look.get("expiresAt")).isEqualTo(issued.json().get("expiresAt"));
    String everywhere =
        look.toString()
            + realm.credentials(id)
            + realm.adminEvents()
            + realm.eventsOf(id)
            + environment.database().dump()
            + environment.log();
    assertThat(everywhere).doesNotContain(pass, pass.replace("-", ""));
  }

  @Test
  @DisplayName("every call is an admin event that names no number")
  void audited() {
    String id = realm.createUser(NewUser.named("audited").withPhone("+4915100710004"));
    desk.pass(id);
    realm.delete("twostep/users/" + id + "/pass").orFail();
    desk.reset(id).orFail();
    List<JsonNode> events =
        StreamSupport.stream(realm.adminEvents().spliterator(), false)
            .filter(event -> event.path("resourcePath").asText().contains("users/" + id + "/"))
            .toList();

    assertThat(events)
        .extracting(e -> e.path("operationType").asText() + " " + e.path("resourceType").asText())
        .contains("CREATE TWOSTEP_PASS", "DELETE TWOSTEP_PASS", "DELETE TWOSTEP_FACTORS");
    assertThat(events.toString()).doesNotContain("7100").contains("sms");
  }

  @Test
  @DisplayName("never for oneself, whatever one may do for others")
  void notForOneself() {
    String self = realm.userNamed("manage-users").get("id").asText();
    String other = realm.createUser(NewUser.named("somebody").withApp());
    String token = desk.tokenOf("manage-users");
    assertThat(token).isNotEmpty();
    Reply pass = call(token, "POST", self, "pass");
    Reply reset = call(token, "DELETE", self, "factors");

    assertThat(List.of(pass.status(), reset.status())).containsOnly(403);
    assertThat(pass.json().at("/errors/0/problem").asText()).contains("your own account");
    assertThat(reset.json().at("/errors/0/hint").asText()).contains("another administrator");
    assertThat(call(token, "POST", other, "pass").status()).isEqualTo(201);
    assertThat(call(token, "DELETE", other, "factors").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("who may only look, looks; nobody, nonsense and unknown users are refused")
  void rights() {
    String id = realm.createUser(NewUser.named("watched").withApp());
    String viewer = desk.tokenOf("view-users");
    assertThat(call(viewer, "GET", id, "pass").status()).isEqualTo(200);
    assertThat(call(viewer, "POST", id, "pass").status()).isEqualTo(403);
    assertThat(call(viewer, "DELETE", id, "pass").status()).isEqualTo(403);
    assertThat(call(viewer, "DELETE", id, "factors").status()).isEqualTo(403);
    assertThat(call("nonsense", "POST", id, "pass").status()).isEqualTo(401);
    assertThat(realm.post("twostep/users/nobody/pass", Map.of()).status()).isEqualTo(404);
    assertThat(desk.reset("nobody").status()).isEqualTo(404);
    assertThat(desk.factors(id)).containsExactly("otp");
  }

  @Test
  @DisplayName("no pass where two-step login is not set up")
  void notSetUp() {
    RealmApi bare = environment.newRealm("no-twostep");
    String id = bare.createUser(NewUser.named("anybody"));
    Reply refused = bare.post("twostep/users/" + id + "/pass", Map.of());

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/errors/0/hint").asText()).contains("setup");
  }

  @Test
  @DisplayName("no policy can name a pass")
  void noPolicy() {
    for (Map<String, ?> layer :
        List.of(
            Map.of("factors", List.of("sms", "pass")),
            Map.of("first", "pass"),
            Map.of("fallback", "pass"))) {
      assertThat(realm.put("twostep/scopes/realm/" + realm.name(), layer).status()).isEqualTo(400);
    }
  }

  @Test
  @DisplayName("a pass does no harm in the consoles: users see and remove none, administrators may")
  void consoles() {
    String id = realm.createUser(NewUser.named("console"));
    realm.policy("user", id, Map.of("requirement", "off"));
    desk.pass(id);
    String token = desk.tokenOf("console");
    String credential = realm.credentials(id).findValuesAsText("id").get(1);
    String account = "/realms/" + realm.name() + "/account/credentials";

    Reply listed = realm.api().withToken(token, "GET", account, "");
    Reply removed = realm.api().withToken(token, "DELETE", account + "/" + credential, "");
    assertThat(listed.status()).isEqualTo(200);
    assertThat(listed.text()).contains("twostep-phone").doesNotContain("twostep-pass");
    assertThat(removed.isGood()).isFalse();
    assertThat(desk.factors(id)).containsExactly("twostep-pass");
    assertThat(realm.credentials(id).toString()).doesNotContain("seal");
    realm.delete("users/" + id + "/credentials/" + credential).orFail();
    assertThat(desk.factors(id)).isEmpty();
  }

  private Reply call(String token, String method, String user, String what) {
    String path = realm.name() + "/twostep/users/" + user + "/" + what;
    return realm.api().withToken(token, method, path, "");
  }
}
