package dev.twostep.domain.limit;

import static dev.twostep.domain.factor.FactorKind.EMAIL;
import static dev.twostep.domain.factor.FactorKind.SMS;
import static dev.twostep.domain.factor.FactorKind.TOTP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.fixture.AbuseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptBudgetTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<FactorKind> KINDS = List.of(SMS, EMAIL, TOTP);

  @Test
  @DisplayName("A02 thirty wrong answers in 24 hours are the end, to the second")
  @AbuseCase({"A02", "A45"})
  void thirtyWrongAnswersInADayAreTheEnd() {
    AttemptBudget budget = wrong(AttemptBudget.untouched(), START, 30, Duration.ofMinutes(20));
    Instant firstLeaves = START.plus(Duration.ofHours(24));

    for (FactorKind kind : KINDS) {
      assertThat(budget.leaveAt(START.plus(Duration.ofHours(12)), kind))
          .isEqualTo(new Leave.UsedUp(firstLeaves));
      assertThat(budget.leaveAt(firstLeaves.minusSeconds(1), kind))
          .isEqualTo(new Leave.UsedUp(firstLeaves));
      assertThat(budget.leaveAt(firstLeaves, kind)).isEqualTo(new Leave.Granted());
    }
  }

  @Test
  @DisplayName("A02 the thirtieth try is still evaluated")
  @AbuseCase("A02")
  void theThirtiethTryIsStillEvaluated() {
    AttemptBudget budget = wrong(AttemptBudget.untouched(), START, 29, Duration.ofMinutes(20));

    assertThat(budget.leaveAt(START.plus(Duration.ofHours(12)), SMS))
        .isEqualTo(new Leave.Granted());
  }

  @Test
  @DisplayName("A43 a hundred wrong answers in 30 days are the end, whatever was right between")
  @AbuseCase({"A02", "A43"})
  void aHundredWrongAnswersInAMonthAreTheEnd() {
    AttemptBudget budget = AttemptBudget.untouched();
    for (int day = 0; day < 5; day++) {
      Instant morning = START.plus(Duration.ofDays(day));
      budget = wrong(budget, morning, 20, Duration.ofMinutes(20)).right(SMS).right(TOTP);
    }
    Instant firstLeaves = START.plus(Duration.ofDays(30));

    assertThat(budget.leaveAt(START.plus(Duration.ofDays(10)), SMS))
        .isEqualTo(new Leave.UsedUp(firstLeaves));
    assertThat(budget.leaveAt(firstLeaves.minusSeconds(1), EMAIL))
        .isEqualTo(new Leave.UsedUp(firstLeaves));
    assertThat(budget.leaveAt(firstLeaves, EMAIL)).isEqualTo(new Leave.Granted());
  }

  @Test
  @DisplayName("A43 a right answer gives nothing back")
  @AbuseCase("A43")
  void aRightAnswerGivesNothingBack() {
    AttemptBudget budget = wrong(AttemptBudget.untouched(), START, 7, Duration.ofMinutes(20));

    assertThat(budget.right(SMS).right(EMAIL).right(TOTP).wrong()).isEqualTo(budget.wrong());
  }

  @Test
  @DisplayName("A42 a right answer ends the back-off of its own factor only")
  @AbuseCase("A42")
  void aRightAnswerEndsTheBackOffOfItsOwnFactorOnly() {
    AttemptBudget budget =
        AttemptBudget.untouched().wrongAt(START, SMS).wrongAt(START, SMS).wrongAt(START, TOTP);

    assertThat(budget.leaveAt(START, EMAIL)).isEqualTo(new Leave.Granted());
    assertThat(budget.right(EMAIL)).isEqualTo(budget);
    assertThat(budget.right(TOTP).leaveAt(START, TOTP)).isEqualTo(new Leave.Granted());
    assertThat(budget.right(TOTP).leaveAt(START, SMS))
        .isEqualTo(new Leave.Wait(START.plusSeconds(2)));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "2, 2",
    "3, 4",
    "4, 8",
    "5, 16",
    "9, 256",
    "10, 512",
    // Capped at 15 minutes.
    "11, 900",
    "12, 900",
    "28, 900",
  })
  @DisplayName("A01 the wait doubles with every wrong answer in a row, up to 15 minutes")
  @AbuseCase("A01")
  void theWaitDoubles(int inARow, long seconds) {
    AttemptBudget budget = AttemptBudget.untouched();
    for (int n = 0; n < inARow; n++) {
      budget = budget.wrongAt(START, SMS);
    }
    Instant free = START.plusSeconds(seconds);

    assertThat(budget.leaveAt(START, SMS)).isEqualTo(new Leave.Wait(free));
    assertThat(budget.leaveAt(free.minusSeconds(1), SMS)).isEqualTo(new Leave.Wait(free));
    assertThat(budget.leaveAt(free, SMS)).isEqualTo(new Leave.Granted());
    assertThat(budget.right(SMS).wrongAt(free, SMS).leaveAt(free, SMS))
        .isEqualTo(new Leave.Wait(free.plusSeconds(1)));
  }

  @Test
  @DisplayName("A02 a clock that was set back empties no budget")
  @AbuseCase("A02")
  void aClockThatWasSetBackEmptiesNoBudget() {
    AttemptBudget budget = wrong(AttemptBudget.untouched(), START, 30, Duration.ofMinutes(20));
    Instant dayBack = START.minus(Duration.ofDays(1));

    assertThat(budget.leaveAt(dayBack, SMS)).isInstanceOf(Leave.UsedUp.class);
    assertThat(budget.wrongAt(dayBack, SMS).wrong()).hasSize(31);
  }

  @Test
  void whatIsOlderThanAMonthIsForgotten() {
    AttemptBudget budget = wrong(AttemptBudget.untouched(), START, 20, Duration.ofSeconds(1));
    Instant later = START.plus(Duration.ofDays(31));

    assertThat(budget.wrongAt(later, SMS).wrong()).containsExactly(later);
  }

  private static AttemptBudget wrong(
      AttemptBudget before, Instant first, int times, Duration apart) {
    AttemptBudget budget = before;
    for (int n = 0; n < times; n++) {
      budget = budget.wrongAt(first.plus(apart.multipliedBy(n)), KINDS.get(n % KINDS.size()));
    }
    return budget;
  }
}
