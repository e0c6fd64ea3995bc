package dev.twostep.domain.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeniorityTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @ParameterizedTest(name = "proven factor {0} old, other {1} old: {2}")
  @CsvSource({
    "PT1H,    P30D,    false",
    "PT23H59M, P30D,   false",
    "PT24H,   P30D,    true",
    "P30D,    P300D,   true",
    "P30D,    PT1M,    true",
    "PT1H,    PT1H,    true",
    "PT1H,    PT1M,    true",
    "-PT1H,   P30D,    false"
  })
  @AbuseCase("C36")
  @DisplayName("C36 a new factor removes none that is older than itself")
  void newFactorRemovesNoOlderOne(Duration prover, Duration target, boolean allowed) {
    assertThat(Seniority.mayRemove(NOW.minus(prover), NOW.minus(target), NOW)).isEqualTo(allowed);
  }
}
