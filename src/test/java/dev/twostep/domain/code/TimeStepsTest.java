package dev.twostep.domain.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeStepsTest {

  private static final long NOW_STEP = 1_000;
  private static final Instant NOW = Instant.ofEpochSecond(NOW_STEP * 30 + 7);
  private static final long NEVER = Long.MIN_VALUE;

  @ParameterizedTest
  @CsvSource({
    "0, -1, false",
    "0, 0, true",
    "0, 1, false",
    "1, -2, false",
    "1, -1, true",
    "1, 0, true",
    "1, 1, true",
    "1, 2, false",
    "2, -2, true",
    "2, 3, false",
  })
  @DisplayName("C14 the accepted steps are the window and no more")
  @AbuseCase("C14")
  void theAcceptedStepsAreTheWindow(int window, long drift, boolean accepted) {
    OptionalLong step = app(window).stepOf(codeAt(NOW_STEP + drift), NOW, NEVER);

    assertThat(step).isEqualTo(accepted ? OptionalLong.of(NOW_STEP + drift) : OptionalLong.empty());
  }

  @Test
  @DisplayName("C14 a step lasts to its last second")
  @AbuseCase("C14")
  void aStepLastsToItsLastSecond() {
    Answer answer = codeAt(NOW_STEP);

    assertThat(app(0).stepOf(answer, Instant.ofEpochSecond(NOW_STEP * 30 - 1), NEVER)).isEmpty();
    assertThat(app(0).stepOf(answer, Instant.ofEpochSecond(NOW_STEP * 30), NEVER)).isPresent();
    assertThat(app(0).stepOf(answer, Instant.ofEpochSecond(NOW_STEP * 30 + 29), NEVER)).isPresent();
    assertThat(app(0).stepOf(answer, Instant.ofEpochSecond(NOW_STEP * 30 + 30), NEVER)).isEmpty();
  }

  @Test
  @DisplayName("C15 after a step was accepted only later ones are")
  @AbuseCase("C15")
  void afterAStepWasAcceptedOnlyLaterOnesAre() {
    LongStream.rangeClosed(-1, 1)
        .forEach(
            drift ->
                assertThat(app(1).stepOf(codeAt(NOW_STEP + drift), NOW, NOW_STEP).isPresent())
                    .as("drift %s", drift)
                    .isEqualTo(drift > 0));
  }

  @Test
  @DisplayName("C15 a clock that was set back re-opens no step")
  @AbuseCase("C15")
  void aClockThatWasSetBackReopensNoStep() {
    Instant earlier = NOW.minus(Duration.ofSeconds(90));

    assertThat(app(1).stepOf(codeAt(NOW_STEP - 3), earlier, NOW_STEP)).isEmpty();
  }

  private static TimeSteps app(int window) {
    return new TimeSteps(
        new TimeSteps.Secret(OtpTest.seed("HmacSHA1"), "HmacSHA1"),
        Duration.ofSeconds(30),
        6,
        window);
  }

  private static Answer codeAt(long step) {
    return Answer.typed(Otp.at(OtpTest.seed("HmacSHA1"), "HmacSHA1", step, 6).digits());
  }
}
