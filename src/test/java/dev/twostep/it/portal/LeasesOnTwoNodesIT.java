package dev.twostep.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Eventually;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.admin.Reply;
import dev.twostep.fixture.environment.TwoNodes;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.server.WrongClock;
import dev.twostep.it.portal.PortalRows.Portal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two nodes on one database give no step of a portal twice. */
@WithKeycloak
class LeasesOnTwoNodesIT {

  private static final int IN_TURN = 10;
  private static final int AT_ONCE = 10;

  private static RealmApi realm;
  private static PortalRows rows;
  private static List<RobotClient> robots;
  private static String anna;

  @BeforeAll
  static void robot(TwoNodes nodes) {
    realm = nodes.realm("leases-on-two-nodes");
    realm.setUpTwostep();
    rows = new PortalRows(realm, nodes.database());
    RobotClient first = RobotClient.of(nodes.first().url(), realm, "collector");
    first.allow(Map.of("portals", List.of("*"), "owners", List.of("*"), "perMinute", 6000));
    robots = List.of(first, first.at(nodes.second().url()));
    anna = realm.createUser("anna", "secret");
  }

  @Test
  @DisplayName("Twenty jobs, in turn and at once, at both nodes: no step twice, and all get in")
  void oneStepEach() {
    Portal portal = rows.active(anna);
    String token = robots.get(0).token();
    Set<Long> steps = new HashSet<>();

    for (int job = 0; job < IN_TURN; job++) {
      Duration ahead = rows.turnOn(portal);
      Reply reply = robots.get(job % 2).lease(token, portal.id(), "in-turn-" + job).orFail();
      logIn(portal, ahead, reply);
      steps.add(reply.json().get("step").asLong());
    }
    rows.turnOn(portal);
    List<Reply> together = atOnce(token, portal);
    for (int job = 0; job < AT_ONCE; job++) {
      long step = together.get(job).json().get("step").asLong();
      Duration ahead = rows.turnTo(portal, step);
      RobotClient theOther = robots.get((job + 1) % 2);
      logIn(portal, ahead, theOther.lease(token, portal.id(), "at-once-" + job).orFail());
      steps.add(step);
    }

    assertThat(together.stream().filter(reply -> reply.status() == 200)).hasSize(1);
    assertThat(steps).hasSize(IN_TURN + AT_ONCE);
  }

  private static List<Reply> atOnce(String token, Portal portal) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      return IntStream.range(0, AT_ONCE)
          .mapToObj(
              job ->
                  CompletableFuture.supplyAsync(
                      () ->
                          robots.get(job % 2).lease(token, portal.id(), "at-once-" + job).orFail(),
                      threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static void logIn(Portal portal, Duration ahead, Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(portal.there(ahead).login(reply.json().get("code").asText())).isTrue();
  }

  @Test
  @DisplayName("H37 A node whose clock is a minute off gives no code, says why; the other does")
  @AbuseCase("H37")
  void wrongClock(TwoNodes nodes) {
    Portal portal = rows.active(anna);
    rows.turnOn(portal);
    String token = robots.get(0).token();
    RobotClient there = robots.get(1);

    for (int seconds : List.of(-60, 60)) {
      try (WrongClock off = WrongClock.of(nodes.second(), seconds)) {
        Reply refused = there.lease(token, portal.id(), "job");
        assertThat(refused.status()).as(refused.text()).isEqualTo(503);
        assertThat(refused.json().get("error").asText()).isEqualTo("clock");
      }
    }

    assertThat(realm.get("twostep/alerts").orFail().text()).contains("portal-clock");
    assertThat(rows.row(portal)).containsEntry("last_step", Long.MIN_VALUE);
    assertThat(robots.get(0).lease(token, portal.id(), "job").status()).isEqualTo(200);
    Eventually.holds(
        "the second node to give codes with its own clock again",
        Duration.ofSeconds(20),
        () -> there.lease(token, portal.id(), "job").status() == 200);
  }
}
