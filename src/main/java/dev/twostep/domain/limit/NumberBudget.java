package dev.twostep.domain.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The phone numbers that one account tried to prove: three in 24 hours. A number whose code was
 * guessed at until it died is dropped; typing it again counts as another one.
 */
public record NumberBudget(List<Tried> tried) {

  private static final Window DAY = new Window(3, Duration.ofHours(24));

  /** One code that went to a number; {@code dropped} if wrong answers have killed it. */
  public record Tried(String digest, boolean dropped, Instant at) {}

  public NumberBudget {
    tried = tried.stream().sorted((one, other) -> one.at().compareTo(other.at())).toList();
  }

  /** Whether a code may go to that number now. */
  public Leave leaveFor(String digest, Instant now) {
    Map<String, Boolean> running = new HashMap<>();
    List<Instant> counted = new ArrayList<>();
    for (Tried one : tried) {
      if (DAY.isInside(one.at(), now)) {
        Boolean goesOn = running.put(one.digest(), !one.dropped());
        if (!Boolean.TRUE.equals(goesOn)) {
          counted.add(one.at());
        }
      }
    }
    return Boolean.TRUE.equals(running.get(digest))
        ? new Leave.Granted()
        : DAY.fullUntil(counted, now).<Leave>map(Leave.UsedUp::new).orElseGet(Leave.Granted::new);
  }
}
