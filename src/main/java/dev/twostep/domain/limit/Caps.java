package dev.twostep.domain.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The most that may happen in some stretches of time; without any, there is no limit. */
public record Caps(List<Window> windows) {

  /** No slots are kept for longer. */
  private static final Duration LONGEST = Duration.ofHours(24);

  private static final Pattern ONE = Pattern.compile("([0-9]{1,9})\\s*/\\s*([0-9]{1,4})\\s*([mh])");

  public Caps {
    windows = List.copyOf(windows);
  }

  public static Caps none() {
    return new Caps(List.of());
  }

  /**
   * Reads {@code 30/10m,100/24h}; {@code off} and {@code 0} are no limit, and empty is what cannot
   * be read.
   */
  public static Optional<Caps> parse(String text) {
    String clean = text.strip().toLowerCase(Locale.ROOT);
    if (isOff(clean)) {
      return Optional.of(none());
    }
    List<Window> windows = new ArrayList<>();
    for (String part : clean.split(",", -1)) {
      Optional<Window> window = window(part.strip());
      if (window.isEmpty()) {
        return Optional.empty();
      }
      windows.add(window.get());
    }
    return Optional.of(new Caps(windows));
  }

  /** How administrators switch a limit off. */
  static boolean isOff(String clean) {
    return clean.equals("off") || clean.equals("0");
  }

  private static Optional<Window> window(String part) {
    Matcher matcher = ONE.matcher(part);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int most = Integer.parseInt(matcher.group(1));
    int units = Integer.parseInt(matcher.group(2));
    Duration length =
        matcher.group(3).equals("h") ? Duration.ofHours(units) : Duration.ofMinutes(units);
    boolean sound = most > 0 && units > 0 && length.compareTo(LONGEST) <= 0;
    return sound ? Optional.of(new Window(most, length)) : Optional.empty();
  }

  public boolean isOff() {
    return windows.isEmpty();
  }

  /**
   * How many more may happen now; {@link Long#MAX_VALUE} without a limit. A slot counts until all
   * of it is over, so that no stretch of time ever holds more than its most.
   */
  public long room(List<Slot> slots, Duration width, Instant now) {
    return windows.stream()
        .mapToLong(window -> window.most() - sum(slots, width, now.minus(window.length())))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** What the slots hold that are not over before then. */
  static long sum(List<Slot> slots, Duration width, Instant since) {
    return slots.stream()
        .filter(slot -> slot.start().plus(width).isAfter(since))
        .mapToLong(Slot::amount)
        .sum();
  }
}
