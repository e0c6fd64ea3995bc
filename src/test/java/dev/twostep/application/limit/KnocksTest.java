package dev.twostep.application.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnocksTest {

  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

  private final Knocks knocks = new Knocks();

  @Test
  void theThirtiethKnockWithinTenMinutesClosesTheDoorUntilTheFirstIsOld() {
    for (int i = 0; i < Knocks.MOST; i++) {
      assertThat(knocks.heldUntil("door", NOW.plusSeconds(i))).isEmpty();
      knocks.wrong("door", NOW.plusSeconds(i));
    }
    assertThat(knocks.heldUntil("door", NOW.plusSeconds(60))).contains(NOW.plus(Knocks.MEMORY));
    assertThat(knocks.heldUntil("other", NOW.plusSeconds(60))).isEmpty();
    assertThat(knocks.heldUntil("door", NOW.plus(Knocks.MEMORY))).isEmpty();
  }

  @Test
  void anOldPhoneThatTriesEveryMinuteNeverClosesIt() {
    for (int minute = 0; minute < 7 * 24 * 60; minute++) {
      Instant at = NOW.plus(Duration.ofMinutes(minute));
      assertThat(knocks.heldUntil("door", at)).isEmpty();
      knocks.wrong("door", at);
    }
  }

  @Test
  void aClockThatWasSetBackClosesNothingForLong() {
    IntStream.range(0, Knocks.MOST).forEach(i -> knocks.wrong("door", NOW));
    assertThat(knocks.heldUntil("door", NOW.minus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void manyDoorsDoNotFillTheMemory() {
    IntStream.range(0, Knocks.MOST).forEach(i -> knocks.wrong("first", NOW));
    IntStream.range(0, 20_000).forEach(i -> knocks.wrong("door " + i, NOW));
    assertThat(knocks.heldUntil("first", NOW)).isEmpty();
  }
}
