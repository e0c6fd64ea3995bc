package dev.twostep.application.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts answers that nobody can guess, such as wrong app passwords, by door. It only spares the
 * server the work of refusing an old device for ever, so each node counts in its own memory.
 */
public final class Knocks {

  public static final int MOST = 30;
  public static final Duration MEMORY = Duration.ofMinutes(10);
  private static final int MOST_DOORS = 10_000;

  private final Map<String, Deque<Instant>> doors = new LinkedHashMap<>(16, 0.75f, true);

  /** Until when that door does not listen; empty if it does. */
  public synchronized Optional<Instant> heldUntil(String door, Instant now) {
    Deque<Instant> knocks = doors.get(door);
    if (knocks == null || knocks.size() < MOST) {
      return Optional.empty();
    }
    Instant until = knocks.getFirst().plus(MEMORY);
    // A clock that was set back must not close the door for long.
    boolean credible = !until.isAfter(now.plus(MEMORY));
    return Optional.of(until).filter(end -> credible && end.isAfter(now));
  }

  /** One more wrong answer. */
  public synchronized void wrong(String door, Instant now) {
    Deque<Instant> knocks = doors.computeIfAbsent(door, d -> new ArrayDeque<>());
    if (knocks.size() == MOST) {
      knocks.removeFirst();
    }
    knocks.addLast(now);
    if (doors.size() > MOST_DOORS) {
      doors.remove(doors.keySet().iterator().next());
    }
  }
}
