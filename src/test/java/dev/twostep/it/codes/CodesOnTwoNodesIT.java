package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.TwoNodes;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.server.EmbeddedDatabase;
import dev.twostep.fixture.server.KeycloakServer;
import dev.twostep.it.grants.Agent;
import dev.twostep.it.grants.Desk;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Two nodes on one database are one server for whoever guesses or spends codes. */
@WithKeycloak
@TestInstance(Lifecycle.PER_CLASS)
class CodesOnTwoNodesIT {

  private static final Duration POLICY_PATIENCE = Duration.ofSeconds(1);
  private static final String CLIENT = TestEnvironment.CLIENT;

  private EmbeddedDatabase database;
  private KeycloakServer first;
  private KeycloakServer second;
  private Site site;

  @BeforeAll
  void open(TwoNodes nodes) {
    database = nodes.database();
    first = nodes.first();
    second = nodes.second();
    RealmApi realm = nodes.realm("codes-on-two-nodes");
    site = new Site(realm, () -> LoginDriver.at(first.front()), nodes.gateway(), database);
    site.require("sms");
  }

  @Test
  @AbuseCase("A05")
  @DisplayName("A05 wrong answers to one code over both nodes: five in all are evaluated")
  void wrongAnswersAreCountedOverBothNodes() {
    Person ann = site.person("nodes-ann");
    Login login = site.login(ann);
    String code = site.newestCode(ann);

    int evaluated = 0;
    for (int round = 0; round < 7; round++) {
      site.books().endBackOff(ann);
      evaluated += count(onBothNodes(login, Site.wrong(code), 25), Says.WRONG);
      login.resume();
      assertThat(site.books().wrongAnswers(ann)).isEqualTo(evaluated).isLessThanOrEqualTo(5);
    }
    site.books().endBackOff(ann);

    assertThat(evaluated).isEqualTo(5);
    assertThat(login.answer(code).text()).contains(Says.DEAD);
  }

  @Test
  @AbuseCase({"D05", "E04", "E07"})
  @DisplayName("D05 E04 E07 what ends renewals on one node ends them on the other within a second")
  void renewalsEndOnBothNodes() {
    RealmApi realm = site.realm();
    String calendar = calendar(realm);
    Person eve = site.person("nodes-ewa");
    Person fay = site.person("nodes-fee");
    Person ute = site.person("nodes-ute");
    realm.policy("user", ute.id(), Map.of("requirement", "off"));
    Desk desk = new Desk(realm, database);
    String id = desk.make(eve.id(), calendar);
    desk.make(fay.id(), calendar);
    Agent here = new Agent(LoginDriver.at(first.front()), first.front(), realm.name(), "calendar");
    Agent there =
        new Agent(here.http().through(second.url()), here.server(), here.realm(), here.client());
    String ofEve = here.password("nodes-ewa", Desk.TYPED, Map.of()).text("refresh_token");
    String ofFay = here.password("nodes-fee", Desk.TYPED, Map.of()).text("refresh_token");
    String ofUte = here.password("nodes-ute", Person.PASSWORD, Map.of()).text("refresh_token");
    for (String token : List.of(ofEve, ofFay, ofUte)) {
      assertThat(there.refresh(token).isGood()).isTrue();
    }

    desk.revoke(eve.id(), id);
    endsOn(there, ofEve);
    realm.updateUser(fay.id(), Map.of("enabled", false));
    endsOn(there, ofFay);
    realm.attribute("twostep.refresh.follow-policy", "on");
    realm.policy("user", ute.id(), Map.of("requirement", "required"));
    endsOn(there, ofUte);
  }

  private static void endsOn(Agent node, String token) {
    Eventually.holds("refused", POLICY_PATIENCE, () -> !node.refresh(token).isGood());
  }

  private static String calendar(RealmApi realm) {
    return realm.createClient(
        Map.of(
            "clientId",
            "calendar",
            "publicClient",
            true,
            "directAccessGrantsEnabled",
            true,
            "fullScopeAllowed",
            false,
            "attributes",
            Map.of("twostep.app-passwords", "on")));
  }

  @Test
  @AbuseCase("A02")
  @DisplayName("A02 sessions on either node share the account's budget")
  void nodesShareTheBudget() {
    Person bob = site.person("nodes-bob");
    site.books().wrongAnswers(bob, 29);
    Login here = site.login(bob);
    String code = site.newestCode(bob);
    here.answer(Site.wrong(code));
    site.books().endBackOff(bob);

    Page there = here.browser().through(second.url()).submit(here.page(), Login.fields(code));
    assertThat(there.text()).contains(Says.BUDGET_SPENT);
    assertThat(site.books().wrongAnswers(bob)).isEqualTo(30);
  }

  @Test
  @AbuseCase("A07")
  @DisplayName("A07 one right code on both nodes at once opens one login, over and over")
  void rightCodeIsSpentOnceOverBothNodes() {
    for (int round = 0; round < 5; round++) {
      Person cat = site.person("nodes-cat-" + round);
      Login login = site.login(cat);

      List<Page> pages = onBothNodes(login, site.newestCode(cat), 4);

      assertThat(pages).filteredOn(page -> page.code().isPresent()).hasSize(1);
      Eventually.holds("the login event", Site.PATIENCE, () -> logins(cat) > 0);
      assertThat(logins(cat)).isEqualTo(1);
      assertThat(site.books().wrongAnswers(cat)).isZero();
    }
  }

  @Test
  @AbuseCase("C16")
  @DisplayName(
      "C16 one code of an app in six browsers on both nodes opens one login, over and over")
  void appCodeIsSpentOnceOverBothNodes() {
    for (int round = 0; round < 3; round++) {
      Person fox = site.person("nodes-fox-" + round, List.of(Credentials.app()));
      Map<String, Object> app = Map.of("requirement", "required", "factors", List.of("totp"));
      assertThat(site.realm().put("twostep/scopes/user/" + fox.id(), app).isGood()).isTrue();
      List<Login> browsers = Stream.generate(() -> site.login(fox)).limit(6).toList();

      List<Page> pages = inAll(browsers, Credentials.appInHand().code());

      assertThat(pages).filteredOn(page -> page.code().isPresent()).hasSize(1);
      Eventually.holds("the login event", Site.PATIENCE, () -> logins(fox) > 0);
      assertThat(logins(fox)).isEqualTo(1);
    }
  }

  @Test
  @AbuseCase("A13")
  @DisplayName("A13 resends on both nodes at once send one message")
  void resendsOnBothNodesSendOne() {
    Person dan = site.person("nodes-dan");
    Login login = site.login(dan);
    site.newestCode(dan);
    site.books().ageMessages(dan, Duration.ofSeconds(31));

    together(login, Map.of("twostepAction", "resend"), 8);

    site.newestCode(dan, 2);
    assertThat(site.books().messages(dan)).isEqualTo(2);
    assertThat(site.messagesTo(dan)).isEqualTo(2);
  }

  @Test
  @AbuseCase("D28")
  @DisplayName("D28 a policy made stricter on one node is enforced on the other within 1 s")
  void stricterPolicyReachesTheOtherNode() {
    Person eve = site.person("nodes-eve");
    String user = "twostep/scopes/user/" + eve.id();
    assertThat(site.realm().put(user, Map.of("requirement", "off")).isGood()).isTrue();
    Eventually.holds("the waiver on node 2", Site.PATIENCE, () -> !isAskedOnSecond(eve));

    assertThat(site.realm().put(user, Map.of("requirement", "required")).isGood()).isTrue();

    Eventually.holds("the policy on node 2", POLICY_PATIENCE, () -> isAskedOnSecond(eve));
  }

  @Test
  @AbuseCase({"F03", "F09"})
  @DisplayName("F03, F09: 20 tabs on both nodes try five passcodes; an end of trust reaches both")
  void passcodesAreCountedOverBothNodes() {
    SharedDevices devices = SharedDevices.of(site);
    Person gil = devices.person("nodes-gil");
    var cookie = devices.trusted(gil);
    List<Page> pages = devices.guess(gil, cookie, devices.browsers(20, first, second));

    // The fifth wrong one ends the trust: its tab is asked for a code, as all later ones are.
    assertThat(pages).filteredOn(SharedDevices::asksPasscode).hasSizeLessThanOrEqualTo(4);
    assertThat(database.sql("select id from twostep_device where user_id = ?", gil.id())).isEmpty();

    Person hal = devices.person("nodes-hal");
    var trusted = devices.trusted(hal);
    LoginDriver there = devices.browser(trusted).through(second.url());
    assertThat(SharedDevices.asksPasscode(devices.login(there, hal))).isTrue();
    devices.newPassword(hal);
    Eventually.holds(
        "the end on node 2",
        POLICY_PATIENCE,
        () ->
            !SharedDevices.asksPasscode(
                devices.login(devices.browser(trusted).through(second.url()), hal)));
  }

  private boolean isAskedOnSecond(Person person) {
    LoginDriver browser = site.browsers().get().through(second.url());
    return !browser.login(site.realm().name(), CLIENT, person.name(), Person.PASSWORD).isCallback();
  }

  private List<Page> onBothNodes(Login login, String code, int perNode) {
    return together(login, Login.fields(code), perNode);
  }

  /** The page's form posted so many times to each node at the same moment. */
  private List<Page> together(Login login, Map<String, String> fields, int perNode) {
    List<Supplier<Page>> posts = new ArrayList<>();
    for (int post = 0; post < perNode; post++) {
      posts.add(login.postingTo(first.url(), fields));
      posts.add(login.postingTo(second.url(), fields));
    }
    return Race.of(posts);
  }

  /** The same answer in all of them at the same moment, by turns on one node and the other. */
  private List<Page> inAll(List<Login> browsers, String code) {
    List<Supplier<Page>> posts = new ArrayList<>();
    for (Login login : browsers) {
      URI node = posts.size() % 2 == 0 ? first.url() : second.url();
      posts.add(login.postingTo(node, Login.fields(code)));
    }
    return Race.of(posts);
  }

  private static int count(List<Page> pages, String text) {
    return (int) pages.stream().filter(page -> page.text().contains(text)).count();
  }

  private long logins(Person person) {
    return StreamSupport.stream(site.realm().eventsOf(person.id()).spliterator(), false)
        .filter(event -> event.path("type").asText().equals("LOGIN"))
        .count();
  }
}
