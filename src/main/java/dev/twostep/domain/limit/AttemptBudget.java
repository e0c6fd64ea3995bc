package dev.twostep.domain.limit;

import dev.twostep.domain.factor.FactorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The wrong answers of one account over all guessable factors, sessions and nodes. Right answers
 * end a factor's back-off but give nothing back (NIST SP 800-63B-4 §3.2.2, §3.1.3.2).
 */
public record AttemptBudget(List<Instant> wrong, Map<FactorKind, Streak> streaks) {

  static final Window DAY = new Window(30, Duration.ofHours(24));
  static final Window MONTH = new Window(100, Duration.ofDays(30));
  static final Duration CLOCKS_OF_NODES = Duration.ofMinutes(1);
  static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  /** Wrong answers in a row by one factor, and the last of them. */
  public record Streak(int length, Instant last) {

    Instant waitUntil() {
      return last.plus(
          length > 10 ? LONGEST_WAIT : min(Duration.ofSeconds(1L << (length - 1)), LONGEST_WAIT));
    }

    /** A clock that ran ahead and was set right must not make everybody wait for it. */
    boolean isCredibleAt(Instant now) {
      return !last.isAfter(now.plus(CLOCKS_OF_NODES));
    }

    private static Duration min(Duration a, Duration b) {
      return a.compareTo(b) < 0 ? a : b;
    }
  }

  public AttemptBudget {
    wrong = List.copyOf(wrong);
    streaks = Map.copyOf(streaks);
  }

  public static AttemptBudget untouched() {
    return new AttemptBudget(List.of(), Map.of());
  }

  /** Whether an answer by that factor may be evaluated now. */
  public Leave leaveAt(Instant now, FactorKind kind) {
    var full =
        Stream.of(DAY, MONTH)
            .flatMap(w -> w.fullUntil(wrong, now).stream())
            .max(Instant::compareTo);
    if (full.isPresent()) {
      return new Leave.UsedUp(full.get());
    }
    Streak streak = streaks.get(kind);
    return streak != null && streak.isCredibleAt(now) && now.isBefore(streak.waitUntil())
        ? new Leave.Wait(streak.waitUntil())
        : new Leave.Granted();
  }

  /** The budget after one more wrong answer. */
  public AttemptBudget wrongAt(Instant now, FactorKind kind) {
    List<Instant> kept =
        Stream.concat(wrong.stream().filter(at -> MONTH.isInside(at, now)), Stream.of(now))
            .toList();
    Streak before = streaks.get(kind);
    return new AttemptBudget(
        kept, put(kind, new Streak(before == null ? 1 : before.length() + 1, now)));
  }

  /** The budget after a right answer: that factor's next mistake waits one second again. */
  public AttemptBudget right(FactorKind kind) {
    if (!streaks.containsKey(kind)) {
      return this;
    }
    Map<FactorKind, Streak> next = new EnumMap<>(streaks);
    next.remove(kind);
    return new AttemptBudget(wrong, next);
  }

  private Map<FactorKind, Streak> put(FactorKind kind, Streak streak) {
    Map<FactorKind, Streak> next = new EnumMap<>(FactorKind.class);
    next.putAll(streaks);
    next.put(kind, streak);
    return next;
  }
}
