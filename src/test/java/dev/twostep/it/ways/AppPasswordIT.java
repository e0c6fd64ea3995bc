package dev.twostep.it.ways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** App passwords are made by whoever proved a second factor, shown once, and taken back. */
@WithKeycloak
class AppPasswordIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
    AppPasswordDesk.application(realm, "calendar");
  }

  @Test
  @AbuseCase({"E08", "E11"})
  @DisplayName("E08 E11: made after a second factor, shown once, and nowhere to be read again")
  void isMadeAndShownOnce(TestEnvironment environment, RealmApi realm) {
    AppPasswordDesk desk = desk(environment, realm, "made");
    Page asked = desk.visitor().change("twostep-app-password", "made");
    assertThat(Stage.of(asked)).isEqualTo(Stage.ASKED);
    Page form = desk.visitor().app(asked, "made");
    assertThat(form.text()).contains("What it is for", "calendar");
    Page flawed = desk.press(form, "", "30");
    assertThat(flawed.text()).contains("Please enter a name");

    Page shown = desk.press(flawed, "Old phone", "30");
    String password = AppPasswordDesk.password(shown);
    assertThat(password).matches("([2-9A-HJKMNP-Z]{5}-){4}[2-9A-HJKMNP-Z]{6}");
    assertThat(shown.text()).contains("made", "Old phone", "calendar", "only this once");
    assertThat(shown.headers().toString()).contains("no-store");

    Page reloaded = desk.visitor().browser().get(shown.uri().toString());
    assertThat(reloaded.body()).doesNotContain(password).contains("shown only once");
    Page again = desk.press(reloaded, "Second", "30");
    assertThat(again.body()).doesNotContain("Second");
    assertThat(desk.ids()).hasSize(1);
    Page done = desk.visitor().action(again, "done");
    assertThat(done.parameter("kc_action_status")).contains("success");

    String bare = password.replace("-", "");
    assertThat(environment.database().dump()).doesNotContain(password).doesNotContain(bare);
    assertThat(environment.log()).doesNotContain(password).doesNotContain(bare);
    assertThat(realm.eventsOf(desk.user()).toString()).doesNotContain(password);
    assertThat(desk.mail("A new app password was made")).contains("Old phone").contains("/me");
  }

  @Test
  @AbuseCase("E11")
  @DisplayName("E11: a password alone, another person’s session or a wrong code makes none")
  void needsASecondFactor(TestEnvironment environment, RealmApi realm) {
    String plain = realm.createUser(NewUser.named("plain").with("emailVerified", false));
    realm.policy("user", plain, Map.of("requirement", "off"));
    Visitor visitor = Visitor.to(environment, realm);
    Page refused = visitor.change("twostep-app-password", "plain");
    assertThat(refused.text()).contains("please set up a second step");

    AppPasswordDesk desk = desk(environment, realm, "stolen");
    Page asked = desk.visitor().change("twostep-app-password", "stolen");
    assertThat(Stage.of(desk.visitor().code(asked, "000000"))).isEqualTo(Stage.ASKED);
    Visitor admin = Visitor.impersonating(environment, realm, desk.user());
    Page impersonated =
        admin.open(TestEnvironment.CLIENT, Map.of("kc_action", "twostep-app-password"));
    assertThat(Stage.of(impersonated)).isIn(Stage.REFUSED, Stage.PASSWORD);
    assertThat(desk.ids()).isEmpty();
    assertThat(new HelpDesk(environment, realm).factors(plain)).isEmpty();
  }

  @Test
  @AbuseCase("E12")
  @DisplayName("E12: a token of an old application neither makes, lists nor removes one")
  void tokensOpenNothing(TestEnvironment environment, RealmApi realm) {
    AppPasswordDesk desk = desk(environment, realm, "token");
    desk.make("Phone", "0");
    String id = desk.ids().get(0);
    OwnAccount token =
        OwnAccount.granted(
            desk.visitor(),
            realm,
            Map.of(
                "grant_type", "password",
                "client_id", "calendar",
                "username", "token",
                "password", NewUser.PASSWORD,
                "totp", NewUser.appOf("token").nextCode()));
    assertThat(token.token()).isNotEmpty();

    assertThat(token.send("GET", "credentials", "").status()).isIn(401, 403);
    assertThat(token.remove(id).status()).isIn(401, 403);
    assertThat(token.send("PUT", "credentials/" + id + "/label", "\"mine\"").status())
        .isIn(401, 403);
    for (String path : List.of("/realms/" + realm.name() + "/twostep/me")) {
      assertThat(realm.api().withToken(token.token(), "GET", path, "").status()).isEqualTo(303);
    }
    String admin = "/admin/realms/" + realm.name() + "/twostep/users/" + desk.user();
    for (String method : List.of("GET", "DELETE")) {
      assertThat(
              realm.api().withToken(token.token(), method, admin + "/app-passwords", "").status())
          .isIn(401, 403);
    }
    assertThat(desk.ids()).containsExactly(id);
  }

  @Test
  @AbuseCase({"E16", "E18"})
  @DisplayName("E16 E18: on one’s own page names are tamed, and other people’s ids are not there")
  void isLookedAfter(TestEnvironment environment, RealmApi realm) {
    AppPasswordDesk other = desk(environment, realm, "other");
    other.make("Theirs", "0");
    AppPasswordDesk desk = desk(environment, realm, "owner");
    desk.make("<b>Phone</b>", "90");
    Own own = new Own(desk.visitor(), realm, "owner", desk.user());
    String id = desk.ids().get(0);
    Page page = own.open();
    assertThat(page.text()).contains("<b>Phone</b>", "calendar", "Last used: –", "Works until");
    assertThat(page.has("bdi b")).isFalse();

    Page renamed = own.post(change("app-rename", id, "=HYPERLINK(\"http://x\")"));
    assertThat(renamed.text()).contains("'=HYPERLINK(\"http://x\")");
    assertThat(own.post(change("app-rename", id, "x".repeat(10_240))).text())
        .contains("up to 40 characters");
    assertThat(own.post(change("app-rename", id, "two\nlines")).text()).contains("cannot be seen");

    for (String action : List.of("app-revoke", "app-rename")) {
      Page foreign = own.post(change(action, other.ids().get(0), "Mine"));
      Page unknown = own.post(change(action, "0".repeat(32), "Mine"));
      assertThat(foreign.status()).isEqualTo(404);
      assertThat(foreign.text()).isEqualTo(unknown.text());
    }
    assertThat(other.names()).containsExactly("Theirs");
    assertThat(own.post(Map.of("do", "app-revoke", "credential", id, "token", "x")).status())
        .isEqualTo(403);
    assertThat(desk.ids()).containsExactly(id);
    assertThat(own.post(change("app-revoke", id, "")).text()).contains("has been removed");
    assertThat(desk.ids()).isEmpty();
    assertThat(desk.mail("was removed")).contains("=HYPERLINK");
  }

  private static Map<String, String> change(String action, String id, String name) {
    return Map.of("do", action, "credential", id, "name", name);
  }

  @Test
  @AbuseCase("E06")
  @DisplayName("E06: a new password takes them along, unless the realm wants them to outlive it")
  void diesWithThePassword(TestEnvironment environment, RealmApi realm) {
    AppPasswordDesk desk = desk(environment, realm, "reset");
    desk.make("Phone", "0");
    assertThat(desk.states()).containsExactly("live");
    String older = "update credential set created_date = created_date - 1 where user_id = ?";
    environment.database().sql(older + " and type = 'password'", desk.user());
    realm.post("clear-user-cache", Map.of()).orFail();
    assertThat(desk.states()).containsExactly("dead");
    realm.attribute("twostep.app-passwords.survive-password-change", "true");
    assertThat(desk.states()).containsExactly("live");
    desk.newPassword();
    assertThat(desk.states()).containsExactly("live");
    realm.attribute("twostep.app-passwords.survive-password-change", "false");
    desk.newPassword();
    assertThat(desk.ids()).isEmpty();
    assertThat(desk.revoked()).isEqualTo(1);
  }

  @Test
  @AbuseCase("E17")
  @DisplayName("E17: its owner is reminded once, and then it has ended")
  void isRemindedOf(TestEnvironment environment, RealmApi realm) {
    AppPasswordDesk desk = desk(environment, realm, "ends");
    desk.make("Phone", "30");
    String id = desk.ids().get(0);
    long soon = Instant.now().plus(Duration.ofDays(6)).toEpochMilli();
    String row = "update twostep_app_password set expires_at = ? where id = ?";
    environment.database().sql(row, soon, id);
    assertThat(desk.mail("ends within seven days")).contains("Phone");

    String past = Instant.now().minusSeconds(1).toString();
    String data = "update credential set credential_data = replace(credential_data, ?, ?)";
    String expires = desk.list().get(0).path("expiresAt").asText();
    environment.database().sql(data + " where id = ?", expires, past, id);
    realm.post("clear-user-cache", Map.of()).orFail();
    assertThat(desk.states()).containsExactly("expired");
    assertThat(desk.mails("ends within seven days")).hasSize(1);
  }

  @Test
  @DisplayName("administrators see and take back; a reset of factors takes all along")
  void isAdministered(TestEnvironment environment, RealmApi realm) {
    AppPasswordDesk desk = desk(environment, realm, "helped");
    desk.make("One", "0");
    String id = desk.ids().get(0);
    HelpDesk help = new HelpDesk(environment, realm);
    help.administrator("viewer", "view-users");
    String token = help.tokenOf("viewer");
    String path = "/admin/realms/" + realm.name() + "/twostep/users/" + desk.user();
    assertThat(realm.api().withToken(token, "GET", path + "/app-passwords", "").status())
        .isEqualTo(200);
    assertThat(realm.api().withToken(token, "DELETE", path + "/app-passwords/" + id, "").status())
        .isEqualTo(403);
    String users = "twostep/users/";
    assertThat(realm.delete(users + desk.user() + "/app-passwords/" + "0".repeat(32)).status())
        .isEqualTo(404);
    assertThat(realm.delete(users + desk.user() + "/app-passwords/" + id).status()).isEqualTo(204);
    assertThat(desk.ids()).isEmpty();
    assertThat(realm.adminEvents().toString()).contains("TWOSTEP_APP_PASSWORD", id);

    desk.makeNext("Two", "0");
    help.reset(desk.user()).orFail();
    assertThat(desk.ids()).isEmpty();
    assertThat(desk.revoked()).isEqualTo(2);
  }

  @Test
  @DisplayName("the account console lists it and removes it; what is gone there is remembered")
  void isInTheAccountConsole(TestEnvironment environment, RealmApi realm) {
    AppPasswordDesk desk = desk(environment, realm, "console");
    Page in = desk.make("Phone", "0");
    OwnAccount account = OwnAccount.of(desk.visitor(), realm, in);
    JsonNode listed = account.send("GET", "credentials?type=twostep-app-password", "").json();
    JsonNode type = listed.get(0);
    assertThat(type.path("createAction").asText()).isEqualTo("twostep-app-password");
    assertThat(type.path("userCredentialMetadatas")).hasSize(1);
    assertThat(type.toString()).contains("Phone").doesNotContain("seal");

    assertThat(account.remove(desk.ids().get(0)).status()).isEqualTo(204);
    assertThat(desk.ids()).isEmpty();
    Eventually.holds("its row says so", PATIENCE, () -> desk.revoked() == 1);
  }

  private static AppPasswordDesk desk(TestEnvironment environment, RealmApi realm, String name) {
    String user = realm.createUser(NewUser.named(name).withApp());
    realm.policy("user", user, Map.of("requirement", "off"));
    return new AppPasswordDesk(environment, Visitor.to(environment, realm), realm, user);
  }
}
