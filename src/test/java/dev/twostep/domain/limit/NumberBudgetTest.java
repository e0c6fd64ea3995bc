package dev.twostep.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.limit.NumberBudget.Tried;
import dev.twostep.fixture.AbuseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NumberBudgetTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
  private static final Leave GRANTED = new Leave.Granted();

  @Test
  @AbuseCase("C28")
  @DisplayName("C28 three numbers a day, and the fourth waits for the first to be a day old")
  void threeNumbersADay() {
    NumberBudget three =
        new NumberBudget(List.of(tried("a", 300), tried("b", 200), tried("c", 100)));

    assertThat(three.leaveFor("d", NOW))
        .isEqualTo(new Leave.UsedUp(NOW.minusSeconds(300).plus(Duration.ofDays(1))));
    assertThat(three.leaveFor("d", NOW.plus(Duration.ofDays(1)))).isEqualTo(GRANTED);
    assertThat(new NumberBudget(three.tried().subList(0, 2)).leaveFor("d", NOW)).isEqualTo(GRANTED);
  }

  @Test
  @AbuseCase("C28")
  @DisplayName("C28 a number that was guessed at counts again when it is typed again")
  void aDroppedNumberCountsAgain() {
    NumberBudget guessed =
        new NumberBudget(List.of(dropped("a", 300), dropped("a", 200), dropped("a", 100)));

    assertThat(guessed.leaveFor("a", NOW)).isInstanceOf(Leave.UsedUp.class);
    assertThat(new NumberBudget(guessed.tried().subList(0, 2)).leaveFor("a", NOW))
        .isEqualTo(GRANTED);
  }

  @Test
  void moreMessagesToOneNumberAreOneNumber() {
    NumberBudget patient =
        new NumberBudget(List.of(tried("a", 300), tried("a", 200), tried("a", 100)));

    assertThat(patient.leaveFor("a", NOW)).isEqualTo(GRANTED);
    assertThat(patient.leaveFor("b", NOW)).isEqualTo(GRANTED);
  }

  private static Tried tried(String number, long secondsAgo) {
    return new Tried(number, false, NOW.minusSeconds(secondsAgo));
  }

  private static Tried dropped(String number, long secondsAgo) {
    return new Tried(number, true, NOW.minusSeconds(secondsAgo));
  }
}
