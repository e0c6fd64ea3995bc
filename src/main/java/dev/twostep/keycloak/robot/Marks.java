package dev.twostep.keycloak.robot;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which refusals are on record already: a robot that runs wild would fill the table of events. */
public final class Marks {

  private static final Duration ONE_IN = Duration.ofMinutes(1);

  private record Mark(String client, String reason) {}

  private final Map<Mark, Instant> made = new ConcurrentHashMap<>();

  /** Whether this is the first of its kind within a minute on this node. */
  boolean isDue(String client, String reason, Instant now) {
    made.values().removeIf(at -> !isFresh(at, now));
    return made.putIfAbsent(new Mark(client, reason), now) == null;
  }

  /** Also not if the clock was set back since. */
  private static boolean isFresh(Instant at, Instant now) {
    return !at.isAfter(now) && at.plus(ONE_IN).isAfter(now);
  }
}
