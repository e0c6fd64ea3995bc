package dev.twostep.domain.office;

import dev.twostep.domain.limit.Leave;
import dev.twostep.domain.limit.Slot;
import dev.twostep.domain.limit.Tally.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The wrong answers to one office over all its accounts. An account's own budget is used up long
 * before: no single account can hold up the office.
 */
public final class OfficeBudget {

  public static final int MOST = 100;
  public static final Duration LENGTH = Duration.ofHours(24);

  private OfficeBudget() {}

  /** Whether another answer of any account may be evaluated now. */
  public static Leave leaveAt(Instant now, List<Slot> wrong) {
    long counted = 0;
    List<Slot> newestFirst =
        wrong.stream().sorted(Comparator.comparing(Slot::start).reversed()).toList();
    for (Slot slot : newestFirst) {
      Instant end = slot.start().plus(Kind.WRONG_OFFICE.width()).plus(LENGTH);
      counted += end.isAfter(now) ? slot.amount() : 0;
      if (counted >= MOST) {
        return new Leave.UsedUp(end);
      }
    }
    return new Leave.Granted();
  }
}
