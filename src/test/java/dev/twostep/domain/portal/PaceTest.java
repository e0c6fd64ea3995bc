package dev.twostep.domain.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

  @Test
  void aSixthOfAMinutesWorthGoesAtOnceAndThenOneAtATime() {
    assertThat(passed(Pace.perMinute(600), Duration.ZERO, 1000)).isEqualTo(100);
    assertThat(passed(Pace.perMinute(600), Duration.ofMillis(100), 1000)).isEqualTo(1000);
    assertThat(passed(Pace.perMinute(600), Duration.ofMillis(1), 10_000)).isBetween(195, 205);
    assertThat(passed(Pace.perMinute(1), Duration.ZERO, 1000)).isEqualTo(50);
  }

  @Test
  void whoIsTooFastHearsWhenToComeAgain() {
    Pace pace = Pace.perMinute(60);
    Instant paid = START;
    for (int request = 0; request < 50; request++) {
      paid = pace.next(paid, START).paidUntil();
    }

    assertThat(pace.next(paid, START).retry()).contains(Duration.ofSeconds(1));
    assertThat(pace.next(paid, START.plusSeconds(1)).retry()).isEmpty();
  }

  @Test
  void aClockThatWasAheadOrALimitThatWasLowerHoldsNobodyUp() {
    Pace pace = Pace.perMinute(60);
    Instant farAhead = START.plus(Duration.ofDays(400));

    Pace.Step first = pace.next(farAhead, START);

    assertThat(first.retry()).contains(Duration.ofSeconds(1));
    assertThat(pace.next(first.paidUntil(), START.plusSeconds(1)).retry()).isEmpty();
  }

  /** How many of so many requests, evenly so far apart. */
  private static int passed(Pace pace, Duration apart, int requests) {
    Instant paid = Instant.MIN;
    int passed = 0;
    for (int request = 0; request < requests; request++) {
      Pace.Step step = pace.next(paid, START.plus(apart.multipliedBy(request)));
      paid = step.paidUntil();
      passed += step.retry().isEmpty() ? 1 : 0;
    }
    return passed;
  }
}
