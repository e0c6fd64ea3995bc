package dev.twostep.keycloak.robot;

import dev.twostep.domain.portal.Pace;
import dev.twostep.domain.portal.RobotRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How fast each robot asks this node; whoever is too fast costs no statement. */
public final class Paces {

  private record Counted(Instant paidUntil, int perMinute, Optional<Duration> retry) {

    Counted next(Instant now) {
      Pace.Step step = Pace.perMinute(perMinute).next(paidUntil, now);
      return new Counted(step.paidUntil(), perMinute, step.retry());
    }
  }

  private static final Counted NEW =
      new Counted(Instant.MIN, RobotRules.USUAL_PER_MINUTE, Optional.empty());

  private final Map<String, Counted> robots = new ConcurrentHashMap<>();

  /** One more request; empty if it may go on, else when to come again. */
  Optional<Duration> next(String client, Instant now) {
    robots.putIfAbsent(client, NEW);
    return Optional.ofNullable(robots.computeIfPresent(client, (id, known) -> known.next(now)))
        .flatMap(Counted::retry);
  }

  /** What its rules say holds from its next request on. */
  void learn(String client, int perMinute) {
    robots.computeIfPresent(
        client,
        (id, known) ->
            known.perMinute() == perMinute
                ? known
                : new Counted(known.paidUntil(), perMinute, Optional.empty()));
  }
}
