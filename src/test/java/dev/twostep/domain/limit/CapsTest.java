package dev.twostep.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapsTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Tally TALLY = new Tally(Tally.Kind.IP, "192.0.2.1");

  @Test
  void readsWhatAdministratorsWrite() {
    assertThat(Caps.parse(" 30/10m, 100/24H "))
        .contains(
            new Caps(
                List.of(
                    new Window(30, Duration.ofMinutes(10)),
                    new Window(100, Duration.ofHours(24)))));
    assertThat(Caps.parse("off")).contains(Caps.none());
    assertThat(Caps.parse("0")).contains(Caps.none());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "30/10", "30/10s", "-1/10m", "0/10m", "30/25h", "30/10m,", "x"})
  void refusesWhatNobodyCanFollow(String text) {
    assertThat(Caps.parse(text)).isEmpty();
  }

  @Test
  void withoutACapThereIsAlwaysRoom() {
    List<Slot> full = List.of(new Slot(START, 1_000_000));

    assertThat(Caps.none().room(full, Duration.ofMinutes(1), START)).isEqualTo(Long.MAX_VALUE);
  }

  /** However the pauses fall: a count by slots is never laxer than one by moments. */
  @Property(tries = 300)
  void noStretchOfTimeHoldsMoreThanItsMost(
      @ForAll @Size(max = 300) List<@IntRange(max = 200) Integer> pauses) {
    Caps caps = Caps.parse("5/10m,20/2h").orElseThrow();
    TreeMap<Instant, Long> slots = new TreeMap<>();
    List<Instant> done = new ArrayList<>();
    Instant now = START;
    for (int pause : pauses) {
      now = now.plusSeconds(pause);
      List<Slot> counted =
          slots.entrySet().stream().map(e -> new Slot(e.getKey(), e.getValue())).toList();
      if (caps.room(counted, TALLY.kind().width(), now) > 0) {
        slots.merge(TALLY.slotAt(now), 1L, Long::sum);
        done.add(now);
      }
    }

    assertThat(mostIn(done, Duration.ofMinutes(10))).isLessThanOrEqualTo(5);
    assertThat(mostIn(done, Duration.ofHours(2))).isLessThanOrEqualTo(20);
  }

  private static long mostIn(List<Instant> times, Duration length) {
    return times.stream()
        .mapToLong(
            from ->
                times.stream()
                    .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(length)))
                    .count())
        .max()
        .orElse(0);
  }
}
