package dev.twostep.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.mail.Mail;
import dev.twostep.fixture.portal.PortalDouble;
import dev.twostep.it.portal.PortalRows.Portal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a robot gets, and what it says of it. */
@WithKeycloak
class RobotIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static RealmApi realm;
  private static PortalRows rows;
  private static RobotClient robot;
  private static String anna;

  @BeforeAll
  static void robot(TestEnvironment environment, RealmApi own) {
    realm = own;
    realm.setUpTwostep();
    rows = new PortalRows(realm, environment.database());
    robot = RobotClient.of(environment, realm, "collector");
    anna = realm.createUser("anna", "secret");
  }

  @Test
  @DisplayName("A code that the portal takes, the same for the same job, and one record of it")
  void lease() {
    Portal portal = rows.active(anna);
    PortalDouble there = portal.there(rows.turnOn(portal));

    Reply first = robot.lease(portal.id(), "night-1").orFail();
    Reply again = robot.lease(portal.id(), "night-1").orFail();

    assertThat(first.json().get("secondsLeft").asInt()).isBetween(50, 60);
    assertThat(there.login(first.json().get("code").asText())).isTrue();
    assertThat(again.json().get("code")).isEqualTo(first.json().get("code"));
    assertThat(again.json().get("lease")).isEqualTo(first.json().get("lease"));
    assertThat(first.raw().headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(events(portal, "lease")).isEqualTo(1);
    assertThat(rows.row(portal))
        .containsEntry("handed_job", "night-1")
        .containsEntry("handed_client", robot.id());
  }

  @Test
  @DisplayName("H29 Two robots in one step: the second has its own to come back for, on record")
  @AbuseCase("H29")
  void twoRobots(TestEnvironment environment) {
    Portal portal = rows.active(anna);
    rows.turnOn(portal);
    RobotClient other = RobotClient.of(environment, realm, "second-collector");

    JsonNode first = robot.lease(portal.id(), "job").orFail().json();
    Reply second = other.lease(portal.id(), "job").orFail();

    assertThat(second.status()).isEqualTo(202);
    assertThat(second.json().get("step").asLong()).isEqualTo(first.get("step").asLong() + 1);
    assertThat(second.json().get("waitSeconds").asInt()).isBetween(50, 60);
    assertThat(second.raw().headers().firstValue("Retry-After"))
        .contains(second.json().get("waitSeconds").asText());
    assertThat(second.json().has("code")).isFalse();
    assertThat(events(portal, "lease")).isEqualTo(1);
  }

  @Test
  @DisplayName("H29 A step that is nearly over is given to nobody, though nobody had it")
  @AbuseCase("H29")
  void late() {
    Portal portal = rows.active(anna);
    Duration middle = rows.turnOn(portal);
    long present = stepAt(portal, middle);
    drift(portal, middle.plusMillis(54_500));

    Reply late = robot.lease(portal.id(), "late").orFail();

    assertThat(late.status()).isEqualTo(202);
    assertThat(late.json().get("step").asLong()).isEqualTo(present + 1);
    assertThat(late.json().get("waitSeconds").asInt()).isBetween(1, 6);
    Portal inTime = rows.active(anna);
    drift(inTime, rows.turnOn(inTime).plusMillis(48_000));
    assertThat(robot.lease(inTime.id(), "in-time").orFail().json().get("secondsLeft").asInt())
        .isBetween(7, 12);
  }

  private static long stepAt(Portal portal, Duration drift) {
    return Math.floorDiv(System.currentTimeMillis() + drift.toMillis(), portal.period() * 1000L);
  }

  private static void drift(Portal portal, Duration ahead) {
    rows.database()
        .sql("update twostep_portal set drift_ms = ? where id = ?", ahead.toMillis(), portal.id());
  }

  @Test
  @DisplayName("A report counts once; who contradicts it is told so")
  void report() {
    Portal portal = rows.active(anna);
    rows.turnOn(portal);
    robot.lease(portal.id(), "job").orFail();

    assertThat(robot.report(portal.id(), "other", Map.of("outcome", "accepted")).status())
        .isEqualTo(404);
    assertThat(robot.report(portal.id(), "job", Map.of("outcome", "perhaps")).status())
        .isEqualTo(400);
    assertThat(robot.report(portal.id(), "job", Map.of("outcome", "accepted")).text())
        .contains("\"accepted\"");
    assertThat(robot.report(portal.id(), "job", Map.of("outcome", "accepted")).status())
        .isEqualTo(200);
    assertThat(robot.report(portal.id(), "job", Map.of("outcome", "refused")).status())
        .isEqualTo(409);

    assertThat(rows.row(portal).get("accepted_at")).isNotNull();
    assertThat(rows.row(portal)).containsEntry("refusals", 0);
    assertThat(events(portal, "accepted")).isEqualTo(1);
  }

  @Test
  @DisplayName("A job that waits for its next code may still report the one that it has")
  void reportWhileWaiting() {
    Portal portal = rows.active(anna);
    Duration middle = rows.turnOn(portal);
    String first = robot.lease(portal.id(), "job").orFail().json().get("lease").asText();
    drift(portal, middle.plusMillis(58_500));
    assertThat(robot.lease(portal.id(), "job").status()).isEqualTo(202);

    Reply said = robot.report(portal.id(), "job", Map.of("outcome", "refused")).orFail();

    assertThat(said.json().get("lease").asText()).isEqualTo(first);
    assertThat(rows.row(portal)).containsEntry("refusals", 1);
  }

  @Test
  @DisplayName("A portal whose clock is off is right after one refusal that says its time")
  void drift() {
    Portal portal = rows.active(anna);
    PortalDouble there = portal.there(Duration.ofSeconds(250));
    drift(portal, Duration.ofMillis(millisToMiddle(portal)));
    String wrong = robot.lease(portal.id(), "one").orFail().json().get("code").asText();
    assertThat(there.login(wrong)).isFalse();

    robot
        .report(
            portal.id(), "one", Map.of("outcome", "refused", "portalTime", there.time().toString()))
        .orFail();

    long learnt = (Long) rows.row(portal).get("drift_ms");
    assertThat(learnt).isBetween(248_000L, 252_000L);
  }

  /** So that the present step is in its middle. */
  private static long millisToMiddle(Portal portal) {
    long period = portal.period() * 1000L;
    return period / 2 - System.currentTimeMillis() % period;
  }

  @Test
  @DisplayName("Three refusals in a row stop the portal, and its owner is told")
  void suspension(TestEnvironment environment) {
    String sam = realm.createUser(realm.name() + "-sam", "secret");
    Portal portal = rows.active(sam);
    for (int job = 1; job <= 3; job++) {
      rows.turnOn(portal);
      robot.lease(portal.id(), "job-" + job).orFail();
      Map<String, String> refused = Map.of("outcome", "refused");
      robot.report(portal.id(), "job-" + job, refused).orFail();
    }
    rows.turnOn(portal);

    Reply stopped = robot.lease(portal.id(), "job-4");

    assertThat(stopped.status()).isEqualTo(409);
    assertThat(stopped.json().get("error").asText()).isEqualTo("suspended");
    assertThat(rows.row(portal)).containsEntry("state", "refused");
    assertThat(events(sam, portal, "suspended")).isEqualTo(1);
    Mail mail = environment.mail().awaitMail(realm.name() + "-sam@example.test", PATIENCE);
    assertThat(mail.text())
        .contains(
            "Codes for one of your portals have stopped.",
            "GitHub",
            "https://login.example.test/me/portals");
    assertThat(realm.events().toString()).doesNotContain(portal.base32());
  }

  @Test
  @DisplayName("A portal that took no code within a day is flagged, and its owner is told once")
  void afterADay(TestEnvironment environment) {
    String dora = realm.name() + "-dora";
    Portal portal = rows.active(realm.createUser(dora, "secret"));
    Portal heard = rows.active(realm.userNamed(dora).get("id").asText());
    String age = "update twostep_portal set activated_at = activated_at - 90000000";
    rows.database().sql(age + ", accepted_at = 1 where id = ?", heard.id());
    rows.database().sql(age + " where id = ?", portal.id());

    Mail mail = environment.mail().awaitMail(dora + "@example.test", PATIENCE);

    assertThat(mail.text())
        .contains("has not accepted a code for a day", "https://login.example.test/me/portals");
    assertThat(rows.row(portal).get("flagged_at")).isNotNull();
    assertThat(rows.row(heard).get("flagged_at")).isNull();
    rows.turnOn(portal);
    robot.lease(portal.id(), "job").orFail();
    robot.report(portal.id(), "job", Map.of("outcome", "accepted")).orFail();
    assertThat(rows.row(portal).get("flagged_at")).isNull();
    assertThat(environment.mail().mailsTo(dora + "@example.test")).hasSize(1);
  }

  @Test
  @DisplayName("Paused and listed portals give no codes, and say which they are")
  void states() {
    Portal portal = rows.active(anna);
    state(portal, "paused");
    assertThat(robot.lease(portal.id(), "job").text()).contains("\"paused\"");
    state(portal, "listed");
    assertThat(robot.lease(portal.id(), "job").text()).contains("\"not-ready\"");
    assertThat(robot.lease(portal.id(), "job").status()).isEqualTo(409);
  }

  private static void state(Portal portal, String word) {
    rows.database().sql("update twostep_portal set state = ? where id = ?", word, portal.id());
  }

  @Test
  @DisplayName("A key that this server does not have is said to be missing, and is not lost")
  void keyMissing() {
    Portal portal = rows.active(anna, 120, "gone", PortalRows.key(9));
    rows.turnOn(portal);

    Reply missing = robot.lease(portal.id(), "job");

    assertThat(missing.status()).isEqualTo(503);
    assertThat(missing.json().get("error").asText()).isEqualTo("key-missing");
    assertThat(realm.get("twostep/alerts").orFail().text()).contains("portal-key");
    assertThat(rows.row(portal)).containsEntry("key_id", "gone");
  }

  @Test
  @DisplayName("What is wrong with a request is said, and nothing happens")
  void badInput() {
    Portal portal = rows.active(anna);
    for (String job : List.of("", "a b", "../x", "x".repeat(101), "ü")) {
      assertThat(robot.lease(portal.id(), job).status()).isEqualTo(400);
    }
    String path = robot.path("/" + portal.id() + "/lease");
    for (String body : List.of("", "[]", "{\"job\":1}", "{\"job\":\"a\",\"fields\":\"secret\"}")) {
      Reply refused = realm.api().withToken(robot.token(), "POST", path, body);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.json().get("message").asText()).contains("Send {\"job\"");
    }
    assertThat(rows.row(portal)).containsEntry("last_step", Long.MIN_VALUE);
    assertThat(robot.get("").status()).isEqualTo(400);
  }

  private static long events(Portal portal, String act) {
    return events(anna, portal, act);
  }

  private static long events(String owner, Portal portal, String act) {
    long found = 0;
    for (JsonNode event : realm.eventsOf(owner)) {
      JsonNode details = event.path("details");
      if (details.path("twostep_portal").asText().equals(portal.id())
          && details.path("twostep_portal_change").asText().equals(act)) {
        found++;
      }
    }
    return found;
  }
}
