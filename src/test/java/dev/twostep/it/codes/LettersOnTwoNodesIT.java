package dev.twostep.it.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.TwoNodes;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.gateway.Misbehaviour;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.server.EmbeddedDatabase;
import dev.twostep.fixture.server.KeycloakServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** Many letters at a slow gateway, and a node that is killed with a letter in hand. */
@WithKeycloak
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LettersOnTwoNodesIT {

  private static final int LETTERS = 100;
  private static final String CLIENT = TestEnvironment.CLIENT;

  private SmsGatewayDouble gateway;
  private EmbeddedDatabase database;
  private KeycloakServer first;
  private KeycloakServer second;
  private Site site;

  @BeforeAll
  void open(TwoNodes nodes) {
    gateway = nodes.gateway();
    database = nodes.database();
    first = nodes.first();
    second = nodes.second();
    RealmApi realm = nodes.realm("letters-on-two-nodes");
    site = new Site(realm, () -> LoginDriver.at(first.front()), gateway, database);
    site.require("sms");
  }

  @Test
  @Order(1)
  @AbuseCase("B08")
  @DisplayName("B08 100 letters at a gateway that answers after 9 s: no thread, no connection held")
  void slowGatewayHoldsNothing() {
    Person ann = site.person("letters-ann");
    Person bob = site.person("letters-bob");
    site.login(ann);
    site.newestCode(ann);
    gateway.behaveFor(ann.phone(), Misbehaviour.slowAnswer(Duration.ofSeconds(9)));
    copyLetterOf(ann);

    Eventually.holds(
        "all letters at the gateway", Site.PATIENCE, () -> site.messagesTo(ann) == 1 + LETTERS);
    Instant start = Instant.now();
    Login login = site.login(bob);
    assertThat(login.page().has("input[name=code]")).isTrue();
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
    List<String> threads = threads();
    assertThat(states(ann)).containsEntry("SENDING", (long) LETTERS);
    assertThat(threads.stream().filter(name -> name.startsWith("twostep-")))
        .hasSizeLessThanOrEqualTo(16);
    assertThat(threads).filteredOn(name -> name.matches("HttpClient-.*")).hasSizeLessThan(3);
    assertThat(busyConnections()).isZero();
    assertThat(login.answer(site.newestCode(bob)).code()).isPresent();

    Eventually.holds(
        "all letters sent",
        Site.PATIENCE,
        () -> states(ann).getOrDefault("SENT", 0L) == 1 + LETTERS);
    assertThat(site.messagesTo(ann)).isEqualTo(1 + LETTERS);
  }

  @Test
  @Order(3)
  @DisplayName(
      "A node is killed with a letter in hand and a login begun: another goes on with both")
  void killedNode() {
    String realm = site.realm().name();
    String eli = site.realm().createUser("letters-eli", "secret");
    site.realm().policy("user", eli, Map.of("requirement", "off"));
    Map<String, String> answer = Map.of("username", "letters-eli", "password", "secret");
    LoginDriver browser = LoginDriver.at(first.front());
    LoginDriver elsewhere = browser.through(second.url());
    assertRescued(elsewhere, elsewhere.submit(browser.open(realm, CLIENT), answer));
    browser.cookies().clear();
    Page form = browser.open(realm, CLIENT);
    Person cat = site.person("letters-cat");
    gateway.behaveFor(cat.phone(), Misbehaviour.hang(Duration.ofSeconds(60)));
    Login login = site.login(cat);
    Eventually.holds(
        "the gateway to hold the request", Site.PATIENCE, () -> site.messagesTo(cat) == 1);
    gateway.behaveFor(cat.phone(), Misbehaviour.none());

    first.kill9();
    String code = SmsGatewayDouble.codeIn(gateway.awaitSms(cat.phone(), Duration.ofSeconds(10)));

    Login rescued = new Login(login.browser().through(second.url()), login.page());
    assertThat(rescued.answer(code).code()).isPresent();
    assertThat(site.messagesTo(cat)).isEqualTo(2);

    assertRescued(elsewhere, elsewhere.submit(form, answer));
    first.start();
    browser.cookies().clear();
    assertRescued(browser, browser.submit(browser.open(realm, CLIENT), answer));
  }

  private void assertRescued(LoginDriver browser, Page page) {
    String code = page.code().orElseThrow(() -> new AssertionError(page.text()));
    assertThat(browser.tokens(site.realm().name(), CLIENT, code).has("access_token")).isTrue();
  }

  @Test
  @Order(2)
  @DisplayName("What nobody has sent is sent while its code lives, and never after")
  void onlyWhileTheCodeLives() {
    Person dan = site.person("letters-dan");
    site.login(dan);
    site.newestCode(dan);
    String letter =
        "insert into twostep_letter select md5(id || ?), realm_id, user_id,"
            + " challenge_id, purpose, channel, ?, locale, host, ?, '', ?, fallback_to, 0, 1, null,"
            + " 0, 0, null, 0, base_uri from twostep_letter where user_id = ?";
    long now = Instant.now().toEpochMilli();
    database.sql(letter, "dead", dan.phone(), "PENDING", now - 1, dan.id());
    database.sql(
        letter + " and state <> 'PENDING'",
        "alive",
        dan.phone(),
        "SENDING",
        now + 60_000,
        dan.id());

    site.newestCode(dan, 2);
    Eventually.holds(
        "the living letter sent", Site.PATIENCE, () -> states(dan).getOrDefault("SENT", 0L) == 2);
    assertThat(states(dan)).containsEntry("PENDING", 1L);
    assertThat(site.messagesTo(dan)).isEqualTo(2);
  }

  /** As if so many people had asked for a code on a node that then died. */
  private void copyLetterOf(Person person) {
    for (int copy = 0; copy < LETTERS; copy++) {
      database.sql(
          "insert into twostep_challenge select md5(id || ?), realm_id, user_id, login_id,"
              + " purpose, channel, contact_digest, asked_at, 0, null"
              + " from twostep_challenge where user_id = ? and length(login_id) > 10"
              + " order by asked_at limit 1",
          "c" + copy,
          person.id());
    }
    database.sql(
        "insert into twostep_letter (id, realm_id, user_id, challenge_id, purpose, channel,"
            + " sent_to, locale, host, state, reason, expires_at, due_at)"
            + " select md5('letter' || c.id), l.realm_id, l.user_id, c.id, l.purpose, l.channel,"
            + " ?, l.locale, l.host, 'PENDING', '', l.expires_at, 0"
            + " from twostep_letter l join twostep_challenge c on c.user_id = l.user_id"
            + " where l.user_id = ? and c.id <> l.challenge_id",
        person.phone(),
        person.id());
  }

  private Map<String, Long> states(Person person) {
    return database
        .sql(
            "select state, count(*) as letters from twostep_letter where user_id = ? group by state",
            person.id())
        .stream()
        .collect(
            java.util.stream.Collectors.toMap(
                row -> (String) row.get("state"), row -> (Long) row.get("letters")));
  }

  private long busyConnections() {
    return (Long)
        database
            .sql(
                "select count(*) as busy from pg_stat_activity where backend_type ="
                    + " 'client backend' and pid <> pg_backend_pid() and state <> 'idle'"
                    + " and now() - state_change > interval '500 milliseconds'")
            .get(0)
            .get("busy");
  }

  private List<String> threads() {
    try {
      Process jcmd =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Long.toString(first.pid()),
                  "Thread.print")
              .redirectErrorStream(true)
              .start();
      String dump = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      List<String> names =
          dump.lines()
              .filter(line -> line.startsWith("\""))
              .map(line -> line.substring(1, line.indexOf('"', 1)))
              .toList();
      assertThat(names).as(dump).hasSizeGreaterThan(10);
      return names;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
