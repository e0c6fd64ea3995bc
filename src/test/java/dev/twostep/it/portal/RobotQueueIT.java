package dev.twostep.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.portal.PortalDouble;
import dev.twostep.it.portal.PortalRows.Portal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many jobs at once. */
@WithKeycloak
class RobotQueueIT {

  private static final int JOBS = 50;
  private static final ExecutorService MANY = Executors.newFixedThreadPool(JOBS);

  private static PortalRows rows;
  private static RobotClient robot;
  private static String anna;

  @BeforeAll
  static void robot(TestEnvironment environment, RealmApi realm) {
    realm.setUpTwostep();
    rows = new PortalRows(realm, environment.database());
    robot = RobotClient.of(environment, realm, "collector");
    robot.allow(Map.of("portals", List.of("*"), "owners", List.of("*"), "perMinute", 6000));
    anna = realm.createUser("anna", "secret");
  }

  @AfterAll
  static void close() {
    MANY.shutdownNow();
  }

  @Test
  @DisplayName("Fifty jobs ask for one portal at once: one gets its code, each a step of its own")
  void onePortal() throws Exception {
    Portal portal = rows.active(anna);
    rows.turnOn(portal);
    String token = robot.token();

    List<Reply> replies = all(job -> robot.lease(token, portal.id(), "job-" + job));

    assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
    assertThat(replies.stream().filter(reply -> reply.status() == 202)).hasSize(JOBS - 1);
    List<Long> steps = replies.stream().map(reply -> reply.json().get("step").asLong()).toList();
    assertThat(steps).doesNotHaveDuplicates();
    long first = steps.stream().mapToLong(Long::longValue).min().orElseThrow();
    assertThat(steps)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, JOBS).mapToObj(n -> first + n).toList());
  }

  @Test
  @DisplayName("Fifty jobs log in to portals with clocks of their own: no step twice, no refusal")
  void allGetIn() throws Exception {
    List<Portal> portals = new ArrayList<>();
    Map<String, PortalDouble> there = new HashMap<>();
    IntStream.range(0, JOBS / 2)
        .mapToObj(n -> rows.active(anna, 15))
        .peek(portals::add)
        .forEach(portal -> there.put(portal.id(), portal.there()));
    String token = robot.token();

    List<Boolean> in =
        all(
            job -> {
              Portal portal = portals.get(job / 2);
              String code = code(token, portal, "job-" + job);
              return there.get(portal.id()).login(code);
            });

    assertThat(in).hasSize(JOBS).containsOnly(true);
    assertThat(there.values()).allSatisfy(one -> assertThat(one.refusals()).isZero());
    assertThat(there.values()).allSatisfy(one -> assertThat(one.replays()).isZero());
  }

  private static String code(String token, Portal portal, String job) {
    while (true) {
      Reply reply = robot.lease(token, portal.id(), job).orFail();
      if (reply.status() == 200) {
        return reply.json().get("code").asText();
      }
      long seconds = reply.json().get("waitSeconds").asLong();
      LockSupport.parkNanos(Duration.ofSeconds(seconds).toNanos());
    }
  }

  /** What one job does. */
  private interface Work<T> {
    T of(int job);
  }

  private static <T> List<T> all(Work<T> work) throws Exception {
    List<Callable<T>> tasks = new ArrayList<>();
    IntStream.range(0, JOBS).forEach(job -> tasks.add(() -> work.of(job)));
    List<T> done = new ArrayList<>();
    for (Future<T> one : MANY.invokeAll(tasks)) {
      done.add(one.get());
    }
    return done;
  }
}
