package dev.twostep.domain.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** At most so many events in any stretch of time of that length. */
public record Window(int most, Duration length) {

  /** When the next event may happen if the window is full at {@code now}; empty if it is not. */
  Optional<Instant> fullUntil(List<Instant> events, Instant now) {
    List<Instant> inside = events.stream().filter(at -> isInside(at, now)).sorted().toList();
    return inside.size() < most
        ? Optional.empty()
        : Optional.of(inside.get(inside.size() - most).plus(length));
  }

  /** Events of the future count too: a clock that was set back must not empty the window. */
  boolean isInside(Instant event, Instant now) {
    return event.isAfter(now.minus(length));
  }
}
