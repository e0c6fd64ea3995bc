package dev.twostep.application.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Leave;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.memory.StepClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One budget per account, over all logins and factors. */
class AccountBudgetTest {

  private static final List<FactorKind> KINDS =
      List.of(FactorKind.SMS, FactorKind.EMAIL, FactorKind.TOTP);
  private static final Instant DAY_LATER = StepClock.START.plus(Duration.ofHours(24));

  private final CodeDesk desk = new CodeDesk();

  @Test
  @DisplayName("A02 two hundred logins share thirty wrong answers a day")
  @AbuseCase("A02")
  void twoHundredLoginsShareThirtyWrongAnswersADay() {
    long evaluated = 0;
    for (int login = 0; login < 200; login++) {
      evaluated += isWrong(desk.guess("login " + login, FactorKind.SMS)) ? 1 : 0;
    }

    assertThat(evaluated).isEqualTo(30);
    assertThat(desk.clock.instant()).isBefore(DAY_LATER);
    assertThat(desk.logIn("the owner's"))
        .isEqualTo(new CodeOutcome.Held(new Leave.UsedUp(DAY_LATER)));
    desk.clock.set(DAY_LATER);
    assertThat(desk.logIn("the owner's next")).isEqualTo(new CodeOutcome.Accepted(FactorKind.SMS));
  }

  @Test
  @DisplayName("A45 switching factors doubles no budget")
  @AbuseCase("A45")
  void switchingFactorsDoublesNoBudget() {
    long evaluated = 0;
    for (int login = 0; login < 200; login++) {
      FactorKind kind = KINDS.get(login % KINDS.size());
      evaluated += isWrong(desk.guess("login " + login, kind)) ? 1 : 0;
    }

    assertThat(evaluated).isEqualTo(30);
    for (FactorKind kind : KINDS) {
      assertThat(desk.guess("next", kind))
          .isEqualTo(new CodeOutcome.Held(new Leave.UsedUp(DAY_LATER)));
    }
  }

  @Test
  @DisplayName("A43 the owner's logins between the guesses give nothing back")
  @AbuseCase("A43")
  void theOwnersLoginsGiveNothingBack() {
    for (int n = 0; n < 30; n++) {
      assertThat(isWrong(desk.guess("guess " + n, FactorKind.SMS))).isTrue();
      desk.clock.forward(Duration.ofSeconds(1));
      boolean spared = desk.logIn("owner " + n).equals(new CodeOutcome.Accepted(FactorKind.SMS));
      assertThat(spared).isEqualTo(n < 29);
    }

    assertThat(desk.guess("one more", FactorKind.SMS)).isInstanceOf(CodeOutcome.Held.class);
    assertThat(desk.wrongAnswers()).isEqualTo(30);
  }

  @Test
  @DisplayName("A43 a hundred wrong answers in thirty days, however they are spread")
  @AbuseCase("A43")
  void aHundredWrongAnswersInThirtyDays() {
    int evaluated = 0;
    for (int day = 0; day < 29; day++) {
      desk.clock.set(StepClock.START.plus(Duration.ofDays(day)));
      for (int n = 0; n < 10; n++) {
        evaluated += isWrong(desk.guess("day " + day + ", " + n, FactorKind.SMS)) ? 1 : 0;
      }
      desk.clock.forward(Duration.ofHours(1));
      assertThat(desk.logIn("owner " + day).equals(new CodeOutcome.Accepted(FactorKind.SMS)))
          .isEqualTo(evaluated < 100);
    }

    assertThat(evaluated).isEqualTo(100);
    assertThat(desk.logIn("the owner's"))
        .isEqualTo(
            new CodeOutcome.Held(new Leave.UsedUp(StepClock.START.plus(Duration.ofDays(30)))));
  }

  @Test
  @DisplayName("A02 setting the clock back gives nothing back")
  @AbuseCase("A02")
  void settingTheClockBackGivesNothingBack() {
    for (int login = 0; login < 30; login++) {
      desk.guess("login " + login, FactorKind.SMS);
    }
    desk.clock.back(Duration.ofDays(2));

    assertThat(desk.guess("login", FactorKind.SMS)).isInstanceOf(CodeOutcome.Held.class);
  }

  @Test
  @DisplayName("A02 one account's budget is no other's")
  @AbuseCase("A02")
  void oneAccountsBudgetIsNoOthers() {
    for (int login = 0; login < 30; login++) {
      desk.guess("login " + login, FactorKind.SMS);
    }

    assertThat(desk.ledger.attemptsOf(new Account("acme", "ben-id")).wrong()).isEmpty();
    assertThat(desk.ledger.attemptsOf(new Account("globex", "anna-id")).wrong()).isEmpty();
  }

  @Test
  @DisplayName("A12 five wrong answers, a resend, and again: the wait and the budget go on")
  @AbuseCase("A12")
  void aResendResetsNothing() {
    Challenge challenge = desk.open("login");
    for (int n = 1; n <= 5; n++) {
      desk.answer(challenge, desk.wrong(challenge));
      desk.clock.forward(Duration.ofSeconds(16));
    }
    Challenge next =
        ((SendCode.Sending.Posted) desk.send("login", Optional.of(challenge))).challenge();

    assertThat(next.id()).isNotEqualTo(challenge.id());
    assertThat(desk.answer(next, desk.wrong(next)))
        .isEqualTo(new CodeOutcome.Wrong(new Leave.Wait(desk.clock.instant().plusSeconds(32))));
    assertThat(desk.wrongAnswers()).isEqualTo(6);
  }

  private static boolean isWrong(CodeOutcome outcome) {
    return outcome instanceof CodeOutcome.Wrong;
  }
}
