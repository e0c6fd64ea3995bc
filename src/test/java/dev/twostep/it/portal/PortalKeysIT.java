package dev.twostep.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.it.portal.PortalRows.Portal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The keys that lock portals' keys, and their change. */
@WithKeycloak
class PortalKeysIT {

  private static final String KEYS = "twostep/portals/keys";

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
  @DisplayName(
      "H31 A rotation that is killed half-way loses nothing, goes on, and ends before a key")
  @AbuseCase("H31")
  void killedHalfWay() {
    List<Portal> portals =
        IntStream.range(0, 150)
            .mapToObj(n -> rows.active(anna, 120, "before", PortalRows.key(8)))
            .sorted(Comparator.comparing(Portal::id))
            .toList();
    assertThat(rowsOf("before")).isEqualTo(150);
    assertWorks(portals.get(149), "before-all");

    dieAt(portals.get(130));
    assertThat(realm.post(KEYS + "/rotate", Map.of()).status()).isEqualTo(500);
    live();

    assertThat(rowsOf("before")).isEqualTo(50);
    assertThat(rowsOf("server")).isEqualTo(100);
    assertWorks(portals.get(0), "half-way");
    assertWorks(portals.get(149), "half-way");
    assertThat(realm.post(KEYS + "/before/retire", Map.of()).status()).isEqualTo(409);

    JsonNode done = realm.post(KEYS + "/rotate", Map.of()).orFail().json();
    assertThat(done.get("relocked").asInt()).isEqualTo(50);
    assertThat(done.get("unreadable").asInt()).isZero();
    assertThat(rowsOf("before")).isZero();
    portals.forEach(portal -> assertThat(rows.unlocked(portal)).isEqualTo(portal.base32()));
    assertWorks(portals.get(140), "after-all");
    assertThat(realm.post(KEYS + "/before/retire", Map.of()).status()).isEqualTo(200);
    assertThat(realm.adminEvents().toString()).contains("TWOSTEP_PORTAL_KEY");
  }

  private static void assertWorks(Portal portal, String job) {
    var there = portal.there(rows.turnOn(portal));
    String code = robot.lease(portal.id(), job).orFail().json().get("code").asText();
    assertThat(there.login(code)).isTrue();
  }

  /** The database goes away in the middle of the batch that has this row. */
  private static void dieAt(Portal portal) {
    rows.database()
        .sql(
            "create or replace function twostep_test_die() returns trigger language plpgsql as"
                + " $$ begin raise exception 'killed'; end $$");
    rows.database()
        .sql(
            "create trigger twostep_test_die before update on twostep_portal for each row"
                + " when (new.id = '"
                + portal.id()
                + "') execute function twostep_test_die()");
  }

  private static void live() {
    rows.database().sql("drop trigger twostep_test_die on twostep_portal");
    rows.database().sql("drop function twostep_test_die()");
  }

  @Test
  @DisplayName("A rotation may be cut into pieces; rows whose key is missing stay as they are")
  void pieces(TestEnvironment environment) {
    RealmApi other = environment.newRealm("portal-keys");
    PortalRows there = new PortalRows(other, environment.database());
    String ben = other.createUser("ben", "secret");
    Portal lost = there.active(ben, 30, "lost", PortalRows.key(9));
    there.active(ben, 30, "before", PortalRows.key(8));

    JsonNode done = other.post(KEYS + "/rotate", Map.of("most", 1)).orFail().json();

    assertThat(done.get("relocked").asInt()).isEqualTo(1);
    assertThat(done.get("unreadable").asInt()).isEqualTo(1);
    assertThat(there.row(lost)).containsEntry("key_id", "lost");
    assertThat(other.post(KEYS + "/rotate", Map.of("most", 0)).status()).isEqualTo(400);
    assertThat(other.post(KEYS + "/lost/retire", Map.of()).status()).isEqualTo(409);
    assertThat(other.post(KEYS + "/server/retire", Map.of()).status()).isEqualTo(409);
    assertThat(other.post(KEYS + "/unheard-of/retire", Map.of()).status()).isEqualTo(404);
    assertThat(other.get(KEYS).orFail().text())
        .contains("\"readable\":false")
        .doesNotContain(lost.base32());
  }

  @Test
  @DisplayName("H31 A key that is still on its way to a portal is locked anew as well")
  @AbuseCase("H31")
  void intake(TestEnvironment environment) {
    RealmApi other = environment.newRealm("portal-keys-intake");
    PortalRows there = new PortalRows(other, environment.database());
    Portal portal = there.active(other.createUser("ben", "secret"), 30);
    there.pending(portal, "before", PortalRows.key(8));
    assertThat(other.post(KEYS + "/before/retire", Map.of()).status()).isEqualTo(409);

    JsonNode done = other.post(KEYS + "/rotate", Map.of()).orFail().json();

    assertThat(done.get("relocked").asInt()).isEqualTo(1);
    assertThat(there.unlockedPending(portal)).isEqualTo(portal.base32());
    assertThat(there.unlocked(portal)).isEqualTo(portal.base32());
  }

  @Test
  @DisplayName("A key that its owner replaces during a rotation stays, as does what robots wrote")
  void replacedMeanwhile(TestEnvironment environment) throws SQLException {
    RealmApi other = environment.newRealm("portal-keys-meanwhile");
    PortalRows there = new PortalRows(other, environment.database());
    Portal portal =
        there.active(other.createUser("ben", "secret"), 30, "before", PortalRows.key(8));
    JsonNode done;
    try (Connection owner = environment.database().connect();
        Statement change = owner.createStatement()) {
      owner.setAutoCommit(false);
      change.executeUpdate(
          "update twostep_portal set key_id = 'server', secret = 'replaced', last_step = 77,"
              + " state = 'refused' where id = '"
              + portal.id()
              + "'");
      CompletableFuture<Reply> rotation =
          CompletableFuture.supplyAsync(() -> other.post(KEYS + "/rotate", Map.of()));
      Eventually.holds(
          "the rotation to reach the row",
          Duration.ofSeconds(30),
          () -> rotation.isDone() || isSomebodyBlocked(environment));
      assertThat(rotation).isNotDone();
      owner.commit();
      done = rotation.join().orFail().json();
    }

    assertThat(done.get("relocked").asInt()).isZero();
    assertThat(done.get("unreadable").asInt()).isZero();
    assertThat(there.row(portal))
        .containsEntry("secret", "replaced")
        .containsEntry("key_id", "server")
        .containsEntry("last_step", 77L)
        .containsEntry("state", "refused");
  }

  private static boolean isSomebodyBlocked(TestEnvironment environment) {
    return !environment
        .database()
        .sql("select 1 from pg_stat_activity where wait_event_type = 'Lock'")
        .isEmpty();
  }

  @Test
  @DisplayName("Who administers one realm learns no number of another’s portals")
  void othersNumbers(TestEnvironment environment) {
    RealmApi full = environment.newRealm("portal-keys-full");
    PortalRows there = new PortalRows(full, environment.database());
    String ben = full.createUser("ben", "secret");
    there.active(ben, 30, "before", PortalRows.key(8));
    there.active(ben, 30, "before", PortalRows.key(8));
    RealmApi empty = environment.newRealm("portal-keys-empty");

    Reply retired = empty.post(KEYS + "/before/retire", Map.of());

    assertThat(retired.status()).isEqualTo(409);
    assertThat(retired.text())
        .contains("still locks rows of this server")
        .doesNotContainPattern("[0-9]");
    for (JsonNode key : empty.get(KEYS).orFail().json().get("keys")) {
      assertThat(key.get("rows").asLong()).as(key.toString()).isZero();
    }
    full.post(KEYS + "/rotate", Map.of()).orFail();
  }

  private static long rowsOf(String id) {
    for (JsonNode key : realm.get(KEYS).orFail().json().get("keys")) {
      if (key.get("id").asText().equals(id)) {
        return key.get("rows").asLong();
      }
    }
    return 0;
  }
}
