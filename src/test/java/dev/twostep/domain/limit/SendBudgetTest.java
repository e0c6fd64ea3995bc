package dev.twostep.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendBudgetTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration COOL_DOWN = Duration.ofSeconds(30);
  private static final Leave GRANTED = new Leave.Granted();

  @ParameterizedTest
  @ValueSource(ints = {30, 60})
  @DisplayName("A13 the next message waits for the cool-down, to the second")
  @AbuseCase("A13")
  void theNextMessageWaitsForTheCoolDown(int seconds) {
    Duration coolDown = Duration.ofSeconds(seconds);
    SendBudget budget = SendBudget.untouched().sentAt(START);
    Instant free = START.plusSeconds(seconds);

    assertThat(SendBudget.untouched().leaveAt(START, coolDown)).isEqualTo(GRANTED);
    assertThat(budget.leaveAt(START, coolDown)).isEqualTo(new Leave.Wait(free));
    assertThat(budget.leaveAt(free.minusSeconds(1), coolDown)).isEqualTo(new Leave.Wait(free));
    assertThat(budget.leaveAt(free, coolDown)).isEqualTo(GRANTED);
  }

  @Test
  @DisplayName("A13 five messages in ten minutes, to the second")
  @AbuseCase("A13")
  void fiveMessagesInTenMinutes() {
    SendBudget budget = sent(5, Duration.ofSeconds(30));
    Instant free = START.plus(Duration.ofMinutes(10));

    assertThat(budget.leaveAt(START.plusSeconds(150), COOL_DOWN)).isEqualTo(new Leave.UsedUp(free));
    assertThat(budget.leaveAt(free.minusSeconds(1), COOL_DOWN)).isEqualTo(new Leave.UsedUp(free));
    assertThat(budget.leaveAt(free, COOL_DOWN)).isEqualTo(GRANTED);
  }

  @Test
  @DisplayName("A13 ten messages in 24 hours, to the second")
  @AbuseCase("A13")
  void tenMessagesInADay() {
    SendBudget budget = sent(10, Duration.ofHours(1));
    Instant free = START.plus(Duration.ofHours(24));

    assertThat(budget.leaveAt(START.plus(Duration.ofHours(12)), COOL_DOWN))
        .isEqualTo(new Leave.UsedUp(free));
    assertThat(budget.leaveAt(free.minusSeconds(1), COOL_DOWN)).isEqualTo(new Leave.UsedUp(free));
    assertThat(budget.leaveAt(free, COOL_DOWN)).isEqualTo(GRANTED);
  }

  @Test
  @DisplayName("A13 a clock that was set back empties no budget")
  @AbuseCase("A13")
  void aClockThatWasSetBackEmptiesNoBudget() {
    SendBudget budget = sent(10, Duration.ofHours(1));

    assertThat(budget.leaveAt(START.minus(Duration.ofDays(1)), COOL_DOWN))
        .isInstanceOf(Leave.UsedUp.class);
  }

  @Test
  void whatIsOlderThanADayIsForgotten() {
    Instant later = START.plus(Duration.ofDays(2));

    assertThat(sent(10, Duration.ofHours(1)).sentAt(later).sent()).containsExactly(later);
  }

  private static SendBudget sent(int times, Duration apart) {
    SendBudget budget = SendBudget.untouched();
    for (int n = 0; n < times; n++) {
      budget = budget.sentAt(START.plus(apart.multipliedBy(n)));
    }
    return budget;
  }
}
