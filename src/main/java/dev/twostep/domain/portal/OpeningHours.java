package dev.twostep.domain.portal;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * When a robot may ask, by the clocks of one place. A stretch that ends before it begins goes on
 * past midnight and belongs to the day on which it began.
 */
public record OpeningHours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {

  public OpeningHours {
    days = Set.copyOf(days);
  }

  /** Empty where one of the words is none, or nothing would be left of a day. */
  public static Optional<OpeningHours> of(
      Collection<String> days, String from, String to, String zone) {
    try {
      OpeningHours read =
          new OpeningHours(days(days), LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone));
      return read.from.equals(read.to) ? Optional.empty() : Optional.of(read);
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Set<DayOfWeek> days(Collection<String> words) {
    Set<DayOfWeek> found = EnumSet.noneOf(DayOfWeek.class);
    for (String word : words) {
      found.add(
          Arrays.stream(DayOfWeek.values())
              .filter(day -> word(day).equals(word))
              .findFirst()
              .orElseThrow(IllegalArgumentException::new));
    }
    return found.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : found;
  }

  private static String word(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  /** In the order of a week. */
  public List<String> dayWords() {
    return days.stream().sorted().map(OpeningHours::word).toList();
  }

  public boolean isOpen(Instant now) {
    ZonedDateTime there = now.atZone(zone);
    LocalTime time = there.toLocalTime();
    if (from.isBefore(to)) {
      return days.contains(there.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
    }
    return (!time.isBefore(from) && days.contains(there.getDayOfWeek()))
        || (time.isBefore(to) && days.contains(there.getDayOfWeek().minus(1)));
  }
}
