package dev.twostep.application.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.challenge.CheckTotp.App;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.Otp;
import dev.twostep.domain.code.TimeSteps;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.fixture.AbuseCase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CheckTotpTest {

  private static final CodeOutcome ACCEPTED = new CodeOutcome.Accepted(FactorKind.TOTP);
  private static final Duration STEP = Duration.ofSeconds(30);

  private final CodeDesk desk = new CodeDesk();

  @Test
  @DisplayName("C15 a step opens one login")
  @AbuseCase("C15")
  void aStepOpensOneLogin() {
    Answer answer = codeAt(desk.clock.instant());

    assertThat(check(answer)).isEqualTo(ACCEPTED);
    assertThat(check(answer)).isInstanceOf(CodeOutcome.Wrong.class);
    assertThat(desk.wrongAnswers()).isEqualTo(1);
  }

  @Test
  @DisplayName("C15 after a step the still unused code of the step before is refused")
  @AbuseCase("C15")
  void theStepBeforeIsRefused() {
    Instant now = desk.clock.instant();

    assertThat(check(codeAt(now))).isEqualTo(ACCEPTED);
    assertThat(check(codeAt(now.minus(STEP)))).isInstanceOf(CodeOutcome.Wrong.class);
    desk.clock.forward(Duration.ofSeconds(1));
    assertThat(check(codeAt(now.plus(STEP)))).isEqualTo(ACCEPTED);
  }

  @Test
  @DisplayName("C15 a clock that was set back re-opens no step")
  @AbuseCase("C15")
  void aClockThatWasSetBackReopensNoStep() {
    assertThat(check(codeAt(desk.clock.instant()))).isEqualTo(ACCEPTED);
    desk.clock.back(Duration.ofSeconds(90));

    assertThat(check(codeAt(desk.clock.instant()))).isInstanceOf(CodeOutcome.Wrong.class);
  }

  @Test
  @DisplayName("C17 a clock that jumps back 90 s: used steps stay used, later ones are right")
  @AbuseCase("C17")
  void aClockThatJumpsBackLocksNobodyOut() {
    assertThat(check(codeAt(desk.clock.instant()))).isEqualTo(ACCEPTED);
    desk.clock.back(Duration.ofSeconds(90));
    assertThat(check(codeAt(desk.clock.instant()))).isInstanceOf(CodeOutcome.Wrong.class);

    desk.clock.forward(Duration.ofSeconds(90).plus(STEP));
    assertThat(check(codeAt(desk.clock.instant()))).isEqualTo(ACCEPTED);
  }

  @Test
  @DisplayName(
      "C17 a clock that jumps 10 min ahead takes no code of now, and all is well afterwards")
  @AbuseCase("C17")
  void aClockThatJumpsAheadAcceptsNothingWrong() {
    Instant real = desk.clock.instant();
    desk.clock.forward(Duration.ofMinutes(10));
    assertThat(check(codeAt(real))).isInstanceOf(CodeOutcome.Wrong.class);

    desk.clock.set(real.plus(STEP));
    assertThat(check(codeAt(desk.clock.instant()))).isEqualTo(ACCEPTED);
  }

  @Test
  void everyAppHasItsOwnSteps() {
    App second = new App("second", CodeDesk.app().steps());
    Answer answer = codeAt(desk.clock.instant());

    assertThat(check(answer)).isEqualTo(ACCEPTED);
    assertThat(desk.checkTotp.check(CodeDesk.ANNA, List.of(second), answer)).isEqualTo(ACCEPTED);
  }

  @Test
  @DisplayName("A45 an answer is one try, however many apps it is compared with")
  @AbuseCase("A45")
  void anAnswerIsOneTryForAllApps() {
    TimeSteps other = new TimeSteps(new TimeSteps.Secret(new byte[20], "HmacSHA1"), STEP, 6, 1);
    List<App> apps = List.of(CodeDesk.app(), new App("second", other), new App("third", other));

    assertThat(desk.checkTotp.check(CodeDesk.ANNA, apps, Answer.typed("no code")))
        .isInstanceOf(CodeOutcome.Wrong.class);
    assertThat(desk.wrongAnswers()).isEqualTo(1);
  }

  @Test
  void aUserWithoutAnAppIsNotLetIn() {
    assertThat(desk.checkTotp.check(CodeDesk.ANNA, List.of(), codeAt(desk.clock.instant())))
        .isInstanceOf(CodeOutcome.Wrong.class);
  }

  private CodeOutcome check(Answer answer) {
    return desk.checkTotp.check(CodeDesk.ANNA, List.of(CodeDesk.app()), answer);
  }

  static Answer codeAt(Instant time) {
    byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    long step = time.getEpochSecond() / STEP.toSeconds();
    return Answer.typed(Otp.at(secret, "HmacSHA1", step, 6).digits());
  }
}
