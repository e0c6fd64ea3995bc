package dev.twostep.it.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TwoNodes;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.login.Stage;
import dev.twostep.fixture.server.KeycloakServer;
import dev.twostep.it.codes.Race;
import dev.twostep.it.grants.Agent;
import dev.twostep.it.office.OfficeRows.Device;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Two nodes on one database are one office for whoever leaves, shares a code or guesses. */
@WithKeycloak
@TestInstance(Lifecycle.PER_CLASS)
class OfficeOnTwoNodesIT {

  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final String TALKATIVE = "office-agent";

  private TwoNodes nodes;
  private RealmApi realm;

  @BeforeAll
  void open(TwoNodes shared) {
    nodes = shared;
    realm = nodes.realm("office-on-two-nodes");
    realm.post("twostep/setup", Map.of()).orFail();
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
    // The hundred guesses of one test would slow this machine's address down within seconds.
    realm.attribute("twostep.limit.wrong-alarm", "off");
    realm.clientAttribute(realm.createClient(TALKATIVE), "twostep.grant.reasons", "on");
  }

  @Test
  @AbuseCase("G01")
  @DisplayName("G01 revoked on one node, a device opens nothing on the other, and its sessions end")
  void revokedEverywhere() {
    OfficeRows office = office("Revoked", Map.of());
    Device ann = office.device("Ann");
    account(office, "nodes-revoked-1");
    account(office, "nodes-revoked-2");
    Employee there = on(nodes.second());
    Page in = there.open("nodes-revoked-1", ann.app());
    assertThat(Stage.of(in)).as(in.text()).isEqualTo(Stage.IN);
    String refresh =
        there
            .browser()
            .tokens(realm.name(), Employee.CLIENT, in.code().orElseThrow())
            .path("refresh_token")
            .asText();
    Employee waiting = on(nodes.second());
    Page asked = waiting.login("nodes-revoked-2");

    realm.delete("twostep/offices/" + office.office() + "/devices/" + ann.id()).orFail();

    assertThat(Stage.of(waiting.code(asked, ann.app().code()))).isEqualTo(Stage.ASKED);
    Eventually.holds("the end of the session", AT_ONCE, () -> !renews(there, refresh));
  }

  @Test
  @AbuseCase({"G03", "G02"})
  @DisplayName("G03 one code on both nodes at once opens one account once, and others besides")
  void oneCodeAtOnce() {
    OfficeRows office = office("At once", Map.of());
    Device ann = office.device("Ann");
    account(office, "nodes-once-1");
    account(office, "nodes-once-2");

    List<Page> one = together(List.of("nodes-once-1"), 6, ann.app().code());
    List<Page> two = together(List.of("nodes-once-2"), 6, ann.app().code());

    assertThat(one).filteredOn(page -> page.code().isPresent()).hasSize(1);
    assertThat(two).filteredOn(page -> page.code().isPresent()).hasSize(1);
  }

  @Test
  @AbuseCase({"G03", "G02"})
  @DisplayName("G02, G03 a strict office's code on both nodes at once opens one account of all")
  void oneStrictCodeAtOnce() {
    OfficeRows office = office("Strict at once", Map.of("strict", true));
    Device ann = office.device("Ann");
    List<String> accounts = List.of("nodes-strict-1", "nodes-strict-2", "nodes-strict-3");
    accounts.forEach(name -> account(office, name));

    List<Page> pages = together(accounts, 6, ann.app().code());

    assertThat(pages).filteredOn(page -> page.code().isPresent()).hasSize(1);
    assertThat(pages).filteredOn(page -> page.text().contains("shows the next one")).isNotEmpty();
  }

  @Test
  @AbuseCase({"G04", "G05"})
  @DisplayName("G04, G05 guesses spread over 50 accounts and both nodes: 100, an alarm, an unlock")
  void spreadGuesses() {
    OfficeRows office = office("Guessed", Map.of());
    Device ann = office.device("Ann");
    List<String> accounts = new ArrayList<>();
    for (int n = 0; n < 50; n++) {
      accounts.add("nodes-guessed-" + n);
      account(office, "nodes-guessed-" + n);
    }
    List<String> reasons = new ArrayList<>();
    for (int guess = 0; guess < 100; guess++) {
      reasons.add(guess(guess, accounts.get(guess % 50), "000000"));
    }

    assertThat(reasons).containsOnly("code-wrong");
    assertThat(guess(0, accounts.get(3), ann.app().code())).isEqualTo("code-wait");
    assertThat(guess(1, accounts.get(4), ann.app().code())).isEqualTo("code-wait");
    assertThat(realm.get("twostep/alerts").orFail().text()).contains("office-blocked", "Guessed");
    realm.post("twostep/offices/" + office.office() + "/unlock", Map.of()).orFail();
    assertThat(guess(1, accounts.get(5), ann.app().code())).isEmpty();
  }

  /** The reason why there is no token; empty if there is one. */
  private String guess(int turn, String account, String code) {
    KeycloakServer node = turn % 2 == 0 ? nodes.first() : nodes.second();
    Agent agent = new Agent(LoginDriver.at(node.url()), node.url(), realm.name(), TALKATIVE);
    return agent.password(account, NewUser.PASSWORD, Map.of("totp", code)).text("twostep_reason");
  }

  private boolean renews(Employee employee, String refresh) {
    return employee
        .browser()
        .token(
            realm.name(),
            Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                Employee.CLIENT,
                "refresh_token",
                refresh))
        .has("access_token");
  }

  /** The same code at the same moment, in browsers by turns at both nodes and these accounts. */
  private List<Page> together(List<String> accounts, int browsers, String code) {
    List<Supplier<Page>> posts = new ArrayList<>();
    for (int n = 0; n < browsers; n++) {
      Employee one = on(n % 2 == 0 ? nodes.first() : nodes.second());
      Page asked = one.login(accounts.get(n / 2 % accounts.size()));
      posts.add(() -> one.code(asked, code));
    }
    return Race.of(posts);
  }

  private Employee on(KeycloakServer node) {
    return new Employee(LoginDriver.at(nodes.first().front()).through(node.url()), realm.name());
  }

  private OfficeRows office(String name, Map<String, ?> options) {
    Map<String, Object> settings = new HashMap<>(options);
    settings.put("name", name);
    return OfficeRows.create(realm, nodes.database(), settings);
  }

  private void account(OfficeRows office, String name) {
    office.attach(realm.createUser(NewUser.named(name)), name);
  }
}
