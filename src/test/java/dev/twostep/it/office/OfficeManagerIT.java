package dev.twostep.it.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a user may do whom an administrator named as an office's manager, and nobody else. */
@WithKeycloak
class OfficeManagerIT {

  private final TestEnvironment environment;
  private final RealmApi realm;

  OfficeManagerIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
  }

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
  }

  @Test
  @DisplayName("To everybody but its managers an office does not exist, whatever they post")
  void strangers() {
    TestOffice office = TestOffice.create(environment, realm, "Strange", Map.of());
    ManagerDesk real = ManagerDesk.of(environment, realm, office.id());
    ManagerDesk none = ManagerDesk.of(environment, realm, "no-such-office");
    realm.createUser(NewUser.named("stranger").withApp());
    Page there = real.logIn("stranger");
    Page nowhere = new ManagerDesk(real.browser(), none.path()).open();

    assertThat(there.status()).isEqualTo(404);
    assertThat(there.text()).isEqualTo(nowhere.text()).doesNotContain("Strange");
    assertThat(real.browser().get(real.path() + "/log.csv").status()).isEqualTo(404);
    assertThat(real.post(Map.of("do", "invite", "label", "x", "token", "x")).status())
        .isEqualTo(404);
    assertThat(office.get("/devices").orFail().json()).isEmpty();
    assertThat(real.browser().get("/realms/" + realm.name() + "/twostep/offices").text())
        .contains("You look after no office");
  }

  @Test
  @DisplayName("A manager invites, renames, renews and revokes; each is an event of theirs")
  void devices() {
    TestOffice office = TestOffice.create(environment, realm, "Desk", Map.of());
    String manager = manager(office, "mona");
    ManagerDesk desk = ManagerDesk.of(environment, realm, office.id());
    assertThat(desk.logIn("mona").text()).contains("Desk", "There is none yet");

    Page link = desk.post(Map.of("do", "invite", "label", "Anna’s phone"));
    assertThat(link.document().select("#twostep-link").text()).contains("/twostep/enrol/");
    assertThat(link.headers().toString()).contains("no-store");
    String secret = link.document().select("#twostep-link").text().replaceFirst(".*\\.", "");
    String device = desk.device("Anna’s phone");
    assertThat(desk.open().body()).doesNotContain(secret);
    assertThat(desk.post(Map.of("do", "invite", "label", "anna’s PHONE")).text())
        .contains("Another device has this name already");
    assertThat(desk.post(Map.of("do", "rename", "credential", device, "label", "Anna")).text())
        .contains("The name has been saved");
    assertThat(desk.post(Map.of("do", "renew", "credential", device)).has("#twostep-link"))
        .isTrue();
    assertThat(desk.post(Map.of("do", "revoke", "credential", device)).text())
        .contains("The device has been revoked", "Devices that were revoked");
    assertThat(office.device(device).get("state").asText()).isEqualTo("revoked");

    assertThat(changes(manager))
        .containsExactlyInAnyOrder(
            "device-invited", "device-renamed", "device-renewed", "device-revoked");
    assertThat(realm.events().toString()).doesNotContain(secret);
  }

  @Test
  @DisplayName("A device of another office cannot be reached through one’s own")
  void otherOffice() {
    TestOffice own = TestOffice.create(environment, realm, "Own", Map.of());
    TestOffice other = TestOffice.create(environment, realm, "Other", Map.of());
    manager(own, "otto");
    ManagerDesk desk = ManagerDesk.of(environment, realm, own.id());
    desk.logIn("otto");
    String device = other.invite("Theirs").get("id").asText();
    String user = realm.createUser("theirs", NewUser.PASSWORD);
    other.put("/accounts/" + user, "").orFail();

    desk.post(Map.of("do", "revoke", "credential", device));
    desk.post(Map.of("do", "rename", "credential", device, "label", "Mine"));
    assertThat(desk.post(Map.of("do", "renew", "credential", device)).has("#twostep-link"))
        .isFalse();
    desk.post(Map.of("do", "take-off", "credential", user));
    assertThat(other.device(device).get("label").asText()).isEqualTo("Theirs");
    assertThat(other.device(device).get("state").asText()).isEqualTo("invited");
    assertThat(other.get("/accounts").orFail().text()).contains("theirs");
  }

  @Test
  @DisplayName("Without the page’s token, or without a proof of one’s own, nothing is changed")
  void needsTokenAndProof() {
    TestOffice office = TestOffice.create(environment, realm, "Guarded", Map.of());
    String manager = manager(office, "gina");
    realm.policy("user", manager, Map.of("requirement", "off"));
    ManagerDesk desk = ManagerDesk.of(environment, realm, office.id());
    Page page = desk.password("gina");

    assertThat(page.text()).contains("Guarded", "please confirm with your second step");
    assertThat(page.has("input[name=label]")).isFalse();
    Page asked = desk.post(Map.of("do", "invite", "label", "Early"));
    assertThat(Stage.of(asked)).isEqualTo(Stage.ASKED);
    assertThat(office.get("/devices").orFail().json()).isEmpty();
    Page back = desk.code(asked, "gina");
    assertThat(back.text()).contains("You can make changes for the next five minutes");
    assertThat(desk.post(Map.of("do", "invite", "label", "x", "token", "no")).status())
        .isEqualTo(403);
    assertThat(office.get("/devices").orFail().json()).isEmpty();
    assertThat(desk.post(Map.of("do", "invite", "label", "Now")).has("#twostep-link")).isTrue();
  }

  @Test
  @DisplayName("Nobody manages an office in somebody else’s name")
  void impersonated() {
    TestOffice office = TestOffice.create(environment, realm, "Acted", Map.of());
    String manager = manager(office, "ida");
    ManagerDesk desk = ManagerDesk.of(environment, realm, office.id());
    realm
        .post("users/" + manager + "/impersonation", Map.of())
        .orFail()
        .raw()
        .headers()
        .allValues("set-cookie")
        .forEach(cookie -> desk.browser().cookies().take(cookie));

    assertThat(desk.open().status()).isEqualTo(403);
    assertThat(desk.open().text()).doesNotContain("Acted");
  }

  @Test
  @DisplayName("Inviting accounts tells nobody which user names exist; their owners decide")
  void offers() {
    TestOffice office = TestOffice.create(environment, realm, "Offers", Map.of());
    manager(office, "oda");
    realm.createUser(NewUser.named("customer").withApp());
    String off = realm.createUser("switched-off", NewUser.PASSWORD);
    realm.updateUser(off, Map.of("enabled", false));
    ManagerDesk desk = ManagerDesk.of(environment, realm, office.id());
    desk.logIn("oda");

    List<Page> answers =
        List.of("customer", "nobody-here", "switched-off").stream()
            .map(name -> desk.post(Map.of("do", "offer", "account", name)))
            .toList();
    assertThat(answers)
        .allSatisfy(page -> assertThat(page.text()).contains("If there is an account"));
    assertThat(desk.open().document().select("[data-offer]").eachAttr("data-offer"))
        .containsExactlyInAnyOrder("customer", "nobody-here", "switched-off");
    assertThat(office.get("/accounts").orFail().text()).doesNotContain("customer");

    OwnerPage owner = OwnerPage.of(environment, realm, "customer");
    Page me = owner.logIn();
    assertThat(me.text()).contains("Offers", "asks to look after your account");
    Page joined = owner.answer(me, "office-accept");
    assertThat(joined.text()).contains("From now on codes of the office open your account");
    assertThat(office.get("/accounts").orFail().text()).contains("customer");
    assertThat(desk.open().document().select("[data-account] bdi").eachText()).contains("customer");
  }

  @Test
  @DisplayName("An owner declines without a second step, and accepts only after one of their own")
  void ownerDecides() {
    TestOffice office = TestOffice.create(environment, realm, "Decisions", Map.of());
    TestOffice second = TestOffice.create(environment, realm, "Second", Map.of());
    String user = realm.createUser(NewUser.named("decider").withApp());
    realm.policy("user", user, Map.of("requirement", "off"));
    office.put("/accounts/" + user, "").orFail();
    second.put("/accounts/" + user, "").orFail();
    OwnerPage owner = OwnerPage.of(environment, realm, "decider");
    Page me = owner.password();

    assertThat(me.has("[data-confirm]")).isTrue();
    Page declined = owner.post(me, Map.of("do", "office-decline", "credential", second.id()));
    assertThat(declined.text()).contains("You have declined").doesNotContain("Second");
    Page asked = owner.post(me, Map.of("do", "office-accept", "credential", office.id()));
    assertThat(Stage.of(asked)).isEqualTo(Stage.ASKED);
    assertThat(office.get("/accounts").orFail().text()).doesNotContain("decider");
    Page back = owner.code(asked);
    assertThat(back.text()).contains("You can go on with your change now");
    assertThat(owner.answer(back, "office-accept").text()).contains("open your account");
    assertThat(office.get("/accounts").orFail().text()).contains("decider");
  }

  @Test
  @DisplayName("Accounts are searched and paged; one is taken off and needs a pass from then on")
  void accounts() {
    TestOffice office = TestOffice.create(environment, realm, "Many", Map.of());
    manager(office, "mary");
    IntStream.range(0, 30)
        .mapToObj(i -> "client" + (i + 100))
        .forEach(
            name -> {
              String user = realm.createUser(name, NewUser.PASSWORD);
              office.put("/accounts/" + user, Map.of("customer", "K" + name)).orFail();
            });
    ManagerDesk desk = ManagerDesk.of(environment, realm, office.id());
    Page first = desk.logIn("mary");

    assertThat(first.text()).contains("30 accounts belong to the office");
    assertThat(first.document().select("[data-account]")).hasSize(25);
    Page next = desk.browser().get(first.document().select("[data-turn=on]").attr("abs:href"));
    assertThat(next.document().select("[data-account]")).hasSize(5);
    Page found = desk.browser().get(desk.path() + "?search=kclient107");
    assertThat(found.document().select("[data-account] h3").eachText())
        .containsExactly("client107");
    assertThat(desk.browser().get(desk.path() + "?search=%25").text())
        .contains("No account begins so");
    String id = found.document().select("[data-account]").attr("data-account");
    assertThat(desk.post(Map.of("do", "take-off", "credential", id)).text())
        .contains("no longer belongs to the office", "29 accounts");
    Page refused =
        environment
            .newDriver()
            .login(realm.name(), TestEnvironment.CLIENT, "client107", NewUser.PASSWORD);
    assertThat(Stage.of(refused)).isNotIn(Stage.IN, Stage.ENROL);
  }

  @Test
  @DisplayName("The log says which device opened what; its file holds no formula")
  void log() {
    TestOffice office = TestOffice.create(environment, realm, "Logged", Map.of());
    String manager = manager(office, "lola");
    String user = realm.createUser("logged-customer", NewUser.PASSWORD);
    office.put("/accounts/" + user, "").orFail();
    TestOffice.Bound phone = office.bind("=HYPERLINK(1)");
    LoginDriver login = environment.newDriver();
    Page asked =
        login.login(realm.name(), TestEnvironment.CLIENT, "logged-customer", NewUser.PASSWORD);
    assertThat(
            Stage.of(
                login.submit(
                    asked, Map.of("code", phone.app().nextCode(), "twostepAction", "verify"))))
        .isEqualTo(Stage.IN);
    ManagerDesk desk = ManagerDesk.of(environment, realm, office.id());
    Page page = desk.logIn("lola");
    Page csv = desk.browser().get(desk.path() + "/log.csv");

    assertThat(page.document().select("[data-use]").text())
        .contains("=HYPERLINK(1)", "logged-customer", TestEnvironment.CLIENT);
    assertThat(csv.headers().toString()).contains("text/csv", "attachment", "office-log-logged");
    assertThat(csv.body().lines().toList()).hasSize(2);
    assertThat(csv.body()).contains("\"'=HYPERLINK(1)\"", "\"logged-customer\"");
    assertThat(changes(manager)).containsExactly("log-exported");
  }

  @Test
  @DisplayName("Where one key is shared, a leaver makes its replacement due; old holders are named")
  void sharedKey() {
    TestOffice office = TestOffice.create(environment, realm, "One key", Map.of("shared", true));
    manager(office, "sara");
    TestOffice.Bound anna = office.bind("Anna");
    office.bind("Ben");
    ManagerDesk desk = ManagerDesk.of(environment, realm, office.id());
    assertThat(desk.logIn("sara").text()).contains("whoever leaves takes the key along");
    Page left = desk.post(Map.of("do", "revoke", "credential", anna.id()));

    assertThat(left.has("#twostep-rekey-due")).isTrue();
    Page rekeyed = desk.post(Map.of("do", "rekey", "days", "7"));
    assertThat(rekeyed.text()).contains("The key has been replaced", "Still has the old key");
    assertThat(rekeyed.has("#twostep-rekey-due")).isFalse();
    assertThat(desk.post(Map.of("do", "rekey", "days", "31")).text()).contains("30 days at most");
  }

  private String manager(TestOffice office, String name) {
    String id = realm.createUser(NewUser.named(name).withApp());
    office.put("/managers/" + id, "").orFail();
    return id;
  }

  private List<String> changes(String user) {
    return StreamSupport.stream(realm.eventsOf(user).spliterator(), false)
        .map(event -> event.at("/details/twostep_office_change"))
        .filter(change -> !change.isMissingNode())
        .map(JsonNode::asText)
        .toList();
  }
}
