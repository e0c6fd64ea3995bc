package dev.twostep.domain.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** Stored points in time: an ISO date (UTC) or an ISO instant. */
final class Moments {

  private Moments() {}

  /** Until and including that day, or until that instant. */
  static Optional<Instant> endOf(String text) {
    return parse(text, day -> day.plusDays(1));
  }

  /** From that day on, or from that instant. */
  static Optional<Instant> startOf(String text) {
    return parse(text, day -> day);
  }

  private static Optional<Instant> parse(String text, Function<LocalDate, LocalDate> edge) {
    try {
      return Optional.of(
          text.indexOf('T') >= 0
              ? Instant.parse(text)
              : edge.apply(LocalDate.parse(text)).atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
