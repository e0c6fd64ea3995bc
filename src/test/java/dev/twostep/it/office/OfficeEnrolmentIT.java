package dev.twostep.it.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An employee binds an app by the link of an invitation, or does not. */
@WithKeycloak
class OfficeEnrolmentIT {

  private final TestEnvironment environment;
  private final RealmApi realm;

  OfficeEnrolmentIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
  }

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
  }

  @Test
  @DisplayName("Opening the link shows who invites, and neither makes nor shows a secret")
  void openingChangesNothing() {
    Visit robot = visit(office("Preview").invite("Anna’s phone"));
    Visit anna = robot.elsewhere();

    assertThat(robot.open().text()).contains("Preview", "Anna’s phone");
    assertThat(robot.open().has("#twostep-secret, #twostep-qr")).isFalse();
    assertThat(robot.open().headers().toString()).contains("no-store");
    assertThat(anna.start().has("#twostep-secret")).isTrue();
  }

  @Test
  @DisplayName("Once started, only that browser goes on, with the same secret after a reload")
  void oneBrowser() {
    Visit anna = visit(office("One browser").invite("Anna"));
    Visit thief = anna.elsewhere();
    thief.open();
    Page scan = anna.start();

    assertThat(anna.open().document().select("#twostep-secret").text())
        .isEqualTo(scan.document().select("#twostep-secret").text());
    Page other = thief.open();
    assertThat(other.status()).isEqualTo(410);
    assertThat(other.text()).contains("opened in another browser", "ask for a new link");
    assertThat(other.has("#twostep-secret, form#twostep-form")).isFalse();
  }

  @Test
  @DisplayName("A form that did not come from the page does nothing, whichever site it is on")
  void foreignForms() {
    Visit anna = visit(office("Foreign").invite("Anna"));
    anna.open();

    for (String token : List.of("", "no")) {
      Page refused =
          anna.browser().post(anna.link(), Map.of("twostepAction", "start", "token", token));
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.has("#twostep-secret")).isFalse();
    }
    Page blind = anna.elsewhere().browser().post(anna.link(), Map.of("twostepAction", "start"));
    assertThat(blind.status()).isEqualTo(403);
    assertThat(anna.start().has("#twostep-secret")).isTrue();
  }

  @Test
  @AbuseCase("G07")
  @DisplayName("G07 once confirmed, the page shows the secret to nobody, and the link is over")
  void neverShownAgain() {
    TestOffice office = office("Once");
    JsonNode invited = office.invite("Anna");
    Visit anna = visit(invited);
    Page scan = anna.start();
    String secret = scan.document().select("#twostep-secret").text();
    Page done = anna.verify(scan, app(scan).code());

    assertThat(done.text()).contains("Your app is set up");
    assertThat(office.device(invited.get("id").asText()).get("state").asText()).isEqualTo("active");
    for (Page page : List.of(done, anna.open(), anna.verify(scan, app(scan).nextCode()))) {
      assertThat(page.body()).doesNotContain(secret).doesNotContain(secret.replace(" ", ""));
    }
    assertThat(anna.open().status()).isEqualTo(410);
    assertThat(anna.open().text()).contains("has been used");
  }

  @Test
  @DisplayName("The code that confirmed the app opens no account; the next one does")
  void confirmingCodeIsSpent() {
    TestOffice office = office("Spent");
    office.put("/accounts/" + user("customer-spent"), "").orFail();
    Visit anna = visit(office.invite("Anna"));
    Page scan = anna.start();
    String code = app(scan).code();
    anna.verify(scan, code);

    LoginDriver login = environment.newDriver();
    Page asked =
        login.login(realm.name(), TestEnvironment.CLIENT, "customer-spent", NewUser.PASSWORD);
    Page refused = login.submit(asked, Map.of("code", code, "twostepAction", "verify"));
    assertThat(Stage.of(refused)).isEqualTo(Stage.ASKED);
    assertThat(refused.text()).contains("wait until your device shows the next one");
    environment.database().sql("update TWOSTEP_ACCOUNT set STREAKS = ''");
    Page in =
        login.submit(refused, Map.of("code", app(scan).nextCode(), "twostepAction", "verify"));
    assertThat(Stage.of(in)).isEqualTo(Stage.IN);
  }

  @Test
  @DisplayName("Five wrong codes end the link, also if a sixth one would be right")
  void fiveWrong() {
    Visit anna = visit(office("Wrong").invite("Anna"));
    Page scan = anna.start();
    for (int i = 1; i <= 4; i++) {
      assertThat(anna.verify(scan, "000000").text()).contains("not the code of your app");
    }
    assertThat(anna.verify(scan, "").text()).contains("Please enter the code");
    Page fifth = anna.verify(scan, "000000");

    assertThat(fifth.status()).isEqualTo(410);
    assertThat(fifth.text()).contains("Five wrong codes", "ask the office for a new one");
    assertThat(anna.verify(scan, app(scan).code()).status()).isEqualTo(410);
  }

  @Test
  @DisplayName("A phone whose clock is off is told so")
  void clock() {
    Visit anna = visit(office("Clock").invite("Anna"));
    Page scan = anna.start();
    Page late = anna.verify(scan, app(scan).codeAt(Instant.now().minusSeconds(180)));

    assertThat(late.text()).contains("clock is about", "minutes slow", "Nothing has been set up");
    assertThat(late.has("#twostep-clock[open]")).isTrue();
    assertThat(anna.verify(late, app(scan).code()).text()).contains("Your app is set up");
  }

  @Test
  @DisplayName("Expired, revoked, replaced and unknown links say what to do")
  void closedLinks() {
    TestOffice office = office("Closed");
    Visit expired = visit(office.invite("Expired"));
    environment
        .database()
        .sql("update TWOSTEP_OFFICE_INVITE set EXPIRES_AT = 1 where DEVICE_ID = ?", expired.id());
    Visit revoked = visit(office.invite("Revoked"));
    office.delete("/devices/" + revoked.id()).orFail();
    Visit replaced = visit(office.invite("Replaced"));
    office.post("/devices/" + replaced.id() + "/renew", Map.of()).orFail();

    assertThat(expired.open().text()).contains("24 hours", "ask the office");
    assertThat(revoked.open().text()).contains("no longer belongs", "new invitation");
    assertThat(replaced.open().text()).contains("replaced by a newer one");
    for (String token : List.of("x", replaced.id(), replaced.id() + ".x", "a.b.c")) {
      Page unknown =
          environment.newDriver().get("/realms/" + realm.name() + "/twostep/enrol/" + token);
      assertThat(unknown.status()).as(token).isEqualTo(404);
      assertThat(unknown.text()).contains("no such invitation");
    }
  }

  @Test
  @DisplayName("A device that names its owner is set up by that user only, after a login")
  void owner() {
    TestOffice office = office("Owned");
    realm.createUser(NewUser.named("owner-anna").withApp());
    realm.createUser(NewUser.named("owner-ben").withApp());
    Visit visit =
        visit(office.post("/devices", Map.of("label", "Anna", "owner", "owner-anna")).json());
    Visit other = visit.elsewhere();

    Page login = visit.open();
    assertThat(Stage.of(login)).isEqualTo(Stage.PASSWORD);
    assertThat(login.uri().toString()).doesNotContain(visit.secret());
    Page invited = visit.logIn(login, "owner-anna");
    assertThat(invited.text()).contains("Anna", "Owned");
    assertThat(invited.uri().toString()).doesNotContain(visit.secret());
    Page stranger = other.logIn(other.open(), "owner-ben");
    assertThat(stranger.status()).isEqualTo(403);
    assertThat(stranger.text()).contains("for somebody else").doesNotContain("owner-anna");
    Page scan = visit.press(invited, "start", "");
    assertThat(visit.verify(scan, app(scan).code()).text()).contains("Your app is set up");
    assertThat(realm.events().toString()).doesNotContain(visit.secret());
  }

  @Test
  @AbuseCase("G11")
  @DisplayName("G11 a renewed device works until its new app is confirmed, and then by that alone")
  void renewed() {
    TestOffice office = office("Renewed");
    for (String name : List.of("before-renewal", "after-renewal")) {
      office.put("/accounts/" + user(name), "").orFail();
    }
    TestOffice.Bound before = office.bind("Anna");
    JsonNode link = office.post("/devices/" + before.id() + "/renew", Map.of()).orFail().json();
    Visit anna = visit(link);
    Page scan = anna.start();

    // The same code would open the second account as well, were it not for the renewal.
    String old = before.app().nextCode();
    assertThat(Stage.of(logIn("before-renewal", old))).isEqualTo(Stage.IN);
    assertThat(anna.verify(scan, app(scan).code()).text()).contains("Your app is set up");
    assertThat(Stage.of(logIn("after-renewal", old))).isEqualTo(Stage.ASKED);
    environment.database().sql("update TWOSTEP_ACCOUNT set STREAKS = ''");
    assertThat(Stage.of(logIn("after-renewal", app(scan).nextCode()))).isEqualTo(Stage.IN);
  }

  @Test
  @DisplayName("Where one secret is shared every employee gets it, and is told so")
  void shared() {
    TestOffice office = TestOffice.create(environment, realm, "Shared", Map.of("shared", true));
    Visit anna = visit(office.invite("Anna"));
    assertThat(anna.open().text()).contains("one key on several phones");
    Page first = anna.start();
    anna.verify(first, app(first).code());
    Visit ben = visit(office.invite("Ben"));
    Page second = ben.start();

    assertThat(second.document().select("#twostep-secret").text())
        .isEqualTo(first.document().select("#twostep-secret").text());
    assertThat(ben.verify(second, app(second).nextCode()).text()).contains("Your app is set up");
  }

  private Page logIn(String name, String code) {
    LoginDriver login = environment.newDriver();
    Page asked = login.login(realm.name(), TestEnvironment.CLIENT, name, NewUser.PASSWORD);
    return login.submit(asked, Map.of("code", code, "twostepAction", "verify"));
  }

  private String user(String name) {
    return realm.createUser(name, NewUser.PASSWORD);
  }

  private TestOffice office(String name) {
    return TestOffice.create(environment, realm, name, Map.of());
  }

  private static Totp app(Page scan) {
    return Totp.ofBase32(scan.document().select("#twostep-secret").text());
  }

  private Visit visit(JsonNode invitation) {
    return new Visit(
        environment,
        environment.newDriver(),
        invitation.get("id").asText(),
        URI.create(invitation.get("link").asText()));
  }

  /** One browser at one link. */
  private record Visit(TestEnvironment environment, LoginDriver browser, String id, URI link) {

    Visit elsewhere() {
      return new Visit(environment, environment.newDriver(), id, link);
    }

    String secret() {
      return link.toString().substring(link.toString().lastIndexOf('.') + 1);
    }

    Page open() {
      return browser.get(link.toString());
    }

    Page start() {
      return press(open(), "start", "");
    }

    Page verify(Page page, String code) {
      return press(page, "verify", code);
    }

    Page press(Page page, String action, String code) {
      return browser.submit(
          page, page.form("#twostep-form"), Map.of("twostepAction", action, "code", code));
    }

    Page logIn(Page form, String name) {
      Page asked = browser.password(form, name, NewUser.PASSWORD);
      return press(asked, "verify", NewUser.appOf(name).code());
    }
  }
}
