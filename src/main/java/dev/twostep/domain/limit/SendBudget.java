package dev.twostep.domain.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The messages sent to one account or to one number: 5 in 10 minutes, 10 in 24 hours. */
public record SendBudget(List<Instant> sent) {

  static final Window BURST = new Window(5, Duration.ofMinutes(10));
  static final Window DAY = new Window(10, Duration.ofHours(24));

  public SendBudget {
    sent = List.copyOf(sent);
  }

  public static SendBudget untouched() {
    return new SendBudget(List.of());
  }

  /** Whether another message may be sent, given the channel's cool-down. */
  public Leave leaveAt(Instant now, Duration coolDown) {
    var full =
        Stream.of(BURST, DAY).flatMap(w -> w.fullUntil(sent, now).stream()).max(Instant::compareTo);
    if (full.isPresent()) {
      return new Leave.UsedUp(full.get());
    }
    Optional<Instant> free = new Window(1, coolDown).fullUntil(sent, now);
    return free.<Leave>map(Leave.Wait::new).orElseGet(Leave.Granted::new);
  }

  /** The budget after one more message. */
  public SendBudget sentAt(Instant now) {
    return new SendBudget(
        Stream.concat(sent.stream().filter(at -> DAY.isInside(at, now)), Stream.of(now)).toList());
  }
}
