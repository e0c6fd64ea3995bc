package dev.twostep.it.office;

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
import dev.twostep.it.grants.Agent;
import dev.twostep.it.office.OfficeRows.Device;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Employees of an office open customers' accounts, and change nothing of them. */
@WithKeycloak
class OfficeLoginIT {

  private static final String TALKATIVE = "office-agent";
  private static final String PER_DEVICE = "office-device";

  private final TestEnvironment environment;
  private final RealmApi realm;

  OfficeLoginIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
  }

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
    realm.clientAttribute(realm.createClient(TALKATIVE), "twostep.grant.reasons", "on");
    realm.clientAttribute(realm.createClient(PER_DEVICE), "twostep.occasion", "once-per-device");
  }

  @Test
  @AbuseCase("G12")
  @DisplayName("G12 the event and the office's log say which device opened which account")
  void whoOpenedIt() {
    OfficeRows office = office("Who opened it", Map.of());
    Device ann = office.device("Ann");
    Device ben = office.device("Ben");
    String baker = account(office, NewUser.named("who-baker"));
    String miller = account(office, NewUser.named("who-miller"));

    assertThat(Stage.of(employee().open("who-baker", ann.app()))).isEqualTo(Stage.IN);
    assertThat(Stage.of(employee().open("who-miller", ben.app()))).isEqualTo(Stage.IN);

    JsonNode event = details(baker);
    assertThat(event.path("twostep_factor").asText()).isEqualTo("office");
    assertThat(event.path("twostep_office").asText()).isEqualTo(office.office());
    assertThat(event.path("twostep_office_device").asText()).isEqualTo(ann.id());
    assertThat(event.path("twostep_office_device_label").asText()).isEqualTo("Ann");
    assertThat(details(miller).path("twostep_office_device").asText()).isEqualTo(ben.id());
    String log = realm.get("twostep/offices/" + office.office() + "/log").orFail().text();
    assertThat(log).contains("Ann", "Ben", "who-baker", "who-miller", Employee.CLIENT);
  }

  @Test
  @AbuseCase("G02")
  @DisplayName("G02 a code opens two accounts, none of them twice; a strict office's opens one")
  void replay() {
    OfficeRows loose = office("Loose", Map.of());
    OfficeRows strict = office("Strict", Map.of("strict", true));
    Device ann = loose.device("Ann");
    Device ben = strict.device("Ben");
    for (String name : List.of("loose-one", "loose-two")) {
      account(loose, NewUser.named(name));
    }
    for (String name : List.of("strict-one", "strict-two")) {
      account(strict, NewUser.named(name));
    }
    String code = ann.app().code();
    String once = ben.app().code();

    assertThat(Stage.of(open("loose-one", code))).isEqualTo(Stage.IN);
    assertThat(Stage.of(open("loose-two", code))).isEqualTo(Stage.IN);
    assertThat(open("loose-one", code).text()).contains("used already", "shows the next one");
    assertThat(Stage.of(open("strict-one", once))).isEqualTo(Stage.IN);
    assertThat(open("strict-two", once).text()).contains("used already", "shows the next one");
  }

  @Test
  @DisplayName("own factors stand beside the office's, unless it lets none count")
  void ownFactors() {
    OfficeRows beside = office("Beside", Map.of());
    OfficeRows alone = office("Alone", Map.of("ownFactors", false));
    account(beside, NewUser.named("own-beside").withApp());
    account(alone, NewUser.named("own-alone").withApp());

    Employee owner = employee();
    Page asked = owner.login("own-beside");
    assertThat(asked.text()).contains("device of your office");
    Page app = owner.another(asked, "totp");
    assertThat(Stage.of(owner.code(app, NewUser.appOf("own-beside").code()))).isEqualTo(Stage.IN);

    Employee shut = employee();
    Page only = shut.login("own-alone");
    assertThat(only.text()).contains("device of your office");
    assertThat(only.has("[name=twostepAction][value=another]")).isFalse();
    Page smuggled = shut.press(only, Map.of("twostepFactor", "totp"));
    assertThat(smuggled.text()).contains("device of your office");
    assertThat(Stage.of(shut.code(smuggled, NewUser.appOf("own-alone").code())))
        .isEqualTo(Stage.ASKED);
  }

  @Test
  @DisplayName("an office's code changes nothing: own factors are asked for, or a pass")
  void changesNothing() {
    OfficeRows office = office("Changes nothing", Map.of());
    Device ann = office.device("Ann");
    String bare = account(office, NewUser.named("change-bare"));
    String owned = account(office, NewUser.named("change-owned").withApp());

    Employee at = employee();
    assertThat(Stage.of(at.open("change-bare", ann.app()))).isEqualTo(Stage.IN);
    for (String action :
        List.of(
            "CONFIGURE_TOTP",
            "webauthn-register",
            "twostep-enrol-phone",
            "twostep-turn-off",
            "twostep-app-password",
            "UPDATE_EMAIL",
            "delete_account",
            "delete_credential:" + credential(bare, "twostep-office"))) {
      Page page = at.change(action, "change-bare");
      assertThat(Stage.of(page)).as(action + " " + page.text()).isNotIn(Stage.IN, Stage.ENROL);
      assertThat(page.has("[name=accept], [name=password-new]")).as(action).isFalse();
    }
    assertThat(at.change("CONFIGURE_TOTP", "change-bare").text()).contains("change nothing of it");
    Employee other = employee();
    assertThat(Stage.of(other.open("change-owned", ann.app()))).isEqualTo(Stage.IN);
    assertThat(other.change("CONFIGURE_TOTP", "change-owned").text()).contains("authenticator app");
    String token = token(other, "change-owned", office.device("Ben"));
    for (String target : List.of(credential(owned, "otp"), credential(owned, "twostep-office"))) {
      assertThat(remove(token, target)).isEqualTo(403);
    }
    assertThat(types(bare)).containsExactlyInAnyOrder("password", "twostep-office");
    assertThat(types(owned)).containsExactlyInAnyOrder("password", "otp", "twostep-office");
  }

  @Test
  @DisplayName(
      "with an administrator's pass the account gets a factor of its own, and stays attached")
  void passesChange() {
    OfficeRows office = office("Passes", Map.of());
    String user = account(office, NewUser.named("passes"));
    String pass =
        realm
            .post("twostep/users/" + user + "/pass", Map.of())
            .orFail()
            .json()
            .get("pass")
            .asText();

    Employee owner = employee();
    Page asked = owner.another(owner.login("passes"), "pass");
    assertThat(Stage.of(owner.code(asked, pass))).isEqualTo(Stage.ENROL);
    assertThat(types(user)).contains("twostep-office");
  }

  @Test
  @DisplayName("an office's code lets nobody trust a browser; an own factor does")
  void trustsNothing() {
    OfficeRows office = office("Trusts nothing", Map.of());
    Device ann = office.device("Ann");
    account(office, NewUser.named("trust").withApp());

    Employee at = employee();
    Page in = at.code(at.login(PER_DEVICE, "trust"), ann.app().code());
    Employee owner = employee();
    Page asked = owner.another(owner.login(PER_DEVICE, "trust"), "totp");
    Page trust = owner.code(asked, NewUser.appOf("trust").code());

    assertThat(Stage.of(in)).isEqualTo(Stage.IN);
    assertThat(trust.has("button#twostep-trust")).as(trust.text()).isTrue();
  }

  @Test
  @DisplayName("a direct grant takes the code of a device, once, and says which it was")
  void grants() {
    OfficeRows office = office("Grants", Map.of());
    Device ann = office.device("Ann");
    String bare = account(office, NewUser.named("granted"));
    account(office, NewUser.named("granted-own").withApp());
    Agent agent = new Agent(environment.newDriver(), environment.url(), realm.name(), TALKATIVE);
    String code = ann.app().code();

    Agent.Answer in = agent.password("granted", NewUser.PASSWORD, Map.of("totp", code));
    Agent.Answer again = agent.password("granted", NewUser.PASSWORD, Map.of("totp", code));
    Agent.Answer app =
        agent.password(
            "granted-own",
            NewUser.PASSWORD,
            Map.of("twostep_code", NewUser.appOf("granted-own").code()));
    Agent.Answer device =
        agent.password("granted-own", NewUser.PASSWORD, Map.of("twostep_code", code));
    Agent.Answer wrong =
        agent.password("granted-own", NewUser.PASSWORD, Map.of("twostep_code", "000000"));

    assertThat(in.isGood()).as(in.page().body()).isTrue();
    assertThat(details(bare).path("twostep_office_device").asText()).isEqualTo(ann.id());
    assertThat(again.text("twostep_reason")).isEqualTo("code-spent");
    assertThat(app.isGood()).as(app.page().body()).isTrue();
    assertThat(device.isGood()).as(device.page().body()).isTrue();
    assertThat(wrong.text("twostep_reason")).isEqualTo("code-wrong");
  }

  @Test
  @AbuseCase("G01")
  @DisplayName("G01 once a device is revoked its codes open nothing, the others' do")
  void revoked() {
    OfficeRows office = office("Revoked", Map.of());
    Device ann = office.device("Ann");
    Device ben = office.device("Ben");
    account(office, NewUser.named("revoked"));
    Employee at = employee();
    Page asked = at.login("revoked");

    realm.delete("twostep/offices/" + office.office() + "/devices/" + ann.id()).orFail();

    assertThat(Stage.of(at.code(asked, ann.app().code()))).isEqualTo(Stage.ASKED);
    assertThat(Stage.of(employee().code(employee().login("revoked"), ann.app().code())))
        .isNotEqualTo(Stage.IN);
    assertThat(eventually("revoked", ben)).isEqualTo(Stage.IN);
  }

  @Test
  @AbuseCase("G11")
  @DisplayName("G11 a device renewed while a login is open: the old secret is refused there")
  void renewed() {
    TestOffice office = TestOffice.create(environment, realm, "Renewed", Map.of());
    TestOffice.Bound old = office.bind("Ann");
    String user = realm.createUser(NewUser.named("renewed"));
    office.put("/accounts/" + user, "").orFail();
    Employee at = employee();
    Page asked = at.login("renewed");

    TestOffice.Bound fresh =
        office.bind(office.post("/devices/" + old.id() + "/renew", Map.of()).orFail().json());

    Page refused = at.code(asked, old.app().nextCode());
    assertThat(Stage.of(refused)).isEqualTo(Stage.ASKED);
    pause();
    assertThat(Stage.of(at.code(refused, fresh.app().nextCode()))).isEqualTo(Stage.IN);
  }

  @Test
  @DisplayName("a credential without its row opens nothing, a row without its credential asks")
  void halfAttachedStaysShut() {
    OfficeRows office = office("Half", Map.of());
    Device ann = office.device("Ann");
    String marked = realm.createUser(NewUser.named("half-marked").withApp());
    office.mark(marked);
    String linked = realm.createUser(NewUser.named("half-linked"));
    office.link(linked, "half-linked");

    Employee one = employee();
    Page asked = one.login("half-marked");
    assertThat(one.code(asked, ann.app().code()).text()).contains("does not belong to your office");
    Employee two = employee();
    Page other = two.login("half-linked");
    assertThat(other.text()).contains("device of your office");
    assertThat(Stage.of(two.code(other, ann.app().code()))).isEqualTo(Stage.IN);
    Agent agent = new Agent(environment.newDriver(), environment.url(), realm.name(), TALKATIVE);
    assertThat(agent.password("half-linked", NewUser.PASSWORD, Map.of()).text("twostep_reason"))
        .isEqualTo("code-required");
  }

  @Test
  @AbuseCase("G15")
  @DisplayName("G15 whoever gives up their last own factor is told that only the office is left")
  void lastOwnFactor() {
    OfficeRows office = office("Last", Map.of());
    String user = account(office, NewUser.named("last-own").withApp());
    String app = credential(user, "otp");
    Employee owner = employee();
    Page asked = owner.another(owner.login("last-own"), "totp");
    assertThat(Stage.of(owner.code(asked, NewUser.appOf("last-own").code()))).isEqualTo(Stage.IN);

    Page confirm = owner.change("delete_credential:" + app, "last-own");
    owner.browser().submit(confirm, Map.of("accept", "true"));

    assertThat(types(user)).containsExactlyInAnyOrder("password", "twostep-office");
    JsonNode event = realm.latestEvent(user, "REMOVE_CREDENTIAL").path("details");
    assertThat(event.path("twostep_left").asText()).isEqualTo("office");
    Eventually.holds(
        "the notice",
        Duration.ofSeconds(30),
        () ->
            environment.mail().mailsTo("last-own@example.test").stream()
                .anyMatch(mail -> mail.text().contains("Only codes of your office")));
  }

  private Stage eventually(String account, Device device) {
    pause();
    return Stage.of(employee().open(account, device.app()));
  }

  /** The back-off after wrong answers. */
  private static void pause() {
    try {
      Thread.sleep(4_100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Page open(String account, String code) {
    Employee at = employee();
    return at.code(at.login(account), code);
  }

  private String token(Employee at, String account, Device device) {
    Page in = new Employee(environment.newDriver(), realm.name()).open(account, device.app());
    return at.browser()
        .tokens(realm.name(), Employee.CLIENT, in.code().orElseThrow())
        .path("access_token")
        .asText();
  }

  private int remove(String token, String credential) {
    String path = "/realms/" + realm.name() + "/account/credentials/" + credential;
    return realm.api().withToken(token, "DELETE", path, "").status();
  }

  private OfficeRows office(String name, Map<String, ?> options) {
    Map<String, Object> settings = new HashMap<>(options);
    settings.put("name", name);
    return OfficeRows.create(realm, environment.database(), settings);
  }

  private String account(OfficeRows office, NewUser user) {
    String id = realm.createUser(user);
    office.attach(id, String.valueOf(user.representation().get("username")));
    return id;
  }

  private Employee employee() {
    return Employee.at(environment, realm);
  }

  private JsonNode details(String user) {
    return realm.latestEvent(user, "LOGIN").path("details");
  }

  private List<String> types(String user) {
    return realm.credentials(user).findValuesAsText("type");
  }

  private String credential(String user, String type) {
    for (JsonNode one : realm.credentials(user)) {
      if (one.path("type").asText().equals(type)) {
        return one.path("id").asText();
      }
    }
    throw new AssertionError("no " + type);
  }
}
