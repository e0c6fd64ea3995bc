package dev.twostep.application.limit;

import dev.twostep.application.delivery.Alerts;
import dev.twostep.domain.limit.Caps;
import dev.twostep.domain.limit.Slot;
import dev.twostep.domain.limit.Tally.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks every few seconds whether a realm sees more wrong answers than people give by mistake, and
 * remembers the networks that most of them come from: so an answer is judged without a question to
 * the database.
 */
public final class GuessWatch {

  public static final String ALERT = "wrong-answers";

  /** From a network with so many wrong answers, the next waits while the alarm is up. */
  public static final int MOST_OF_A_NETWORK = 5;

  /** How long a network's wrong answers are held against it. */
  public static final Duration MEMORY = Duration.ofMinutes(10);

  private static final Duration FARTHEST_BACK = Duration.ofHours(1);

  /** What all nodes have counted. */
  public interface Guesses {

    /** The wrong answers of each realm that had any since then. */
    Map<String, List<Slot>> ofRealms(Instant since);

    /** The networks of a realm, by the names of their tallies, with that many since then. */
    Map<String, List<Slot>> ofNetworks(String realm, Instant since, int least);
  }

  private final Guesses guesses;
  private final Function<String, Caps> alarmOf;
  private final Alerts alerts;
  private final Clock clock;
  private volatile Map<String, Map<String, Instant>> held = Map.of();

  /**
   * @param alarmOf the wrong answers that a realm puts up with
   */
  public GuessWatch(Guesses guesses, Function<String, Caps> alarmOf, Alerts alerts, Clock clock) {
    this.guesses = guesses;
    this.alarmOf = alarmOf;
    this.alerts = alerts;
    this.clock = clock;
  }

  /** One look at all realms; whatever it held before and no longer sees is free again. */
  public void look() {
    Instant now = clock.instant();
    Map<String, Map<String, Instant>> next = new HashMap<>();
    guesses
        .ofRealms(now.minus(FARTHEST_BACK))
        .forEach(
            (realm, slots) -> {
              if (alarmOf.apply(realm).room(slots, Kind.WRONG.width(), now) <= 0) {
                next.put(realm, networks(realm, now));
                alerts.raise(
                    realm,
                    ALERT,
                    "there are far more wrong second-factor answers than usual: somebody is"
                        + " guessing. Client addresses with several wrong answers are slowed down");
              }
            });
    held = Map.copyOf(next);
  }

  /** Whether any network of that realm is slowed down now. */
  boolean isUp(String realm) {
    return held.containsKey(realm);
  }

  /** Until when the network of that name has to wait. */
  Optional<Instant> heldUntil(String realm, String name) {
    return Optional.ofNullable(held.getOrDefault(realm, Map.of()).get(name))
        .filter(until -> until.isAfter(clock.instant()));
  }

  private Map<String, Instant> networks(String realm, Instant now) {
    Map<String, Instant> until = new HashMap<>();
    guesses
        .ofNetworks(realm, now.minus(MEMORY), MOST_OF_A_NETWORK)
        .forEach((name, slots) -> until.put(name, freeAt(slots)));
    return Map.copyOf(until);
  }

  /** When so many of its wrong answers are forgotten that fewer than the most are left. */
  private static Instant freeAt(List<Slot> slots) {
    long kept = 0;
    List<Slot> newestFirst =
        slots.stream().sorted((one, other) -> other.start().compareTo(one.start())).toList();
    for (Slot slot : newestFirst) {
      kept += slot.amount();
      if (kept >= MOST_OF_A_NETWORK) {
        return slot.start().plus(Kind.WRONG_IP.width()).plus(MEMORY);
      }
    }
    return Instant.EPOCH;
  }
}
