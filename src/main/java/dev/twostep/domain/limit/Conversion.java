package dev.twostep.domain.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many of the codes that were sent must come back. People who pump messages never type their
 * codes in.
 *
 * @param least sent in a day before it is judged; {@code 0} is never
 * @param percent of them that must have been used
 */
public record Conversion(int least, int percent) {

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,6})\\s*/\\s*([0-9]{1,3})\\s*%", Pattern.CASE_INSENSITIVE);
  private static final Duration DAY = Duration.ofHours(24);

  /** A code can be used that long: younger messages tell nothing yet. */
  private static final Duration LIFE = Duration.ofMinutes(5);

  public static Conversion off() {
    return new Conversion(0, 0);
  }

  /** Reads {@code 20/10%}; {@code off} and {@code 0} judge nothing, and empty is unreadable. */
  public static Optional<Conversion> parse(String text) {
    String clean = text.strip().toLowerCase(Locale.ROOT);
    if (Caps.isOff(clean)) {
      return Optional.of(off());
    }
    Matcher matcher = FORM.matcher(clean);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int least = Integer.parseInt(matcher.group(1));
    int percent = Integer.parseInt(matcher.group(2));
    return least > 0 && percent > 0 && percent <= 100
        ? Optional.of(new Conversion(least, percent))
        : Optional.empty();
  }

  public boolean isOff() {
    return least == 0;
  }

  /** Whether so few of the day's codes came back that no more are to be sent. */
  public boolean isTripped(List<Slot> sent, List<Slot> used, Instant now) {
    return isTooLittle(ripe(sent, now), used, now);
  }

  /** The same with the messages that are still on their way: enough for a warning. */
  public boolean isSuspicious(List<Slot> sent, List<Slot> used, Instant now) {
    return isTooLittle(Caps.sum(sent, Tally.Kind.PREFIX.width(), now.minus(DAY)), used, now);
  }

  private boolean isTooLittle(long sent, List<Slot> used, Instant now) {
    long back = Caps.sum(used, Tally.Kind.USED.width(), now.minus(DAY));
    return !isOff() && sent >= least && back * 100 < percent * sent;
  }

  private static long ripe(List<Slot> sent, Instant now) {
    Duration width = Tally.Kind.PREFIX.width();
    return sent.stream()
        .filter(slot -> slot.start().plus(width).isAfter(now.minus(DAY)))
        .filter(slot -> !slot.start().plus(width).plus(LIFE).isAfter(now))
        .mapToLong(Slot::amount)
        .sum();
  }
}
