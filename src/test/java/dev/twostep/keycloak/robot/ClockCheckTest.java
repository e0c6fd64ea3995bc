package dev.twostep.keycloak.robot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.memory.StepClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClockCheckTest {

  private final StepClock clock = new StepClock();
  private Duration ahead = Duration.ZERO;
  private Duration answering = Duration.ZERO;
  private int asked;

  private final ClockCheck check = new ClockCheck(clock, this::database);

  private Instant database() {
    asked++;
    Instant shown = clock.instant().plus(ahead);
    clock.forward(answering);
    return shown;
  }

  @Test
  @DisplayName("H37 A node whose clock is 60 s off is found out, either way, and until it is right")
  @AbuseCase("H37")
  void aMinuteOff() {
    ahead = Duration.ofMinutes(1);
    assertThat(check.isRight()).isFalse();
    ahead = Duration.ofMinutes(-1);
    assertThat(check.isRight()).isFalse();
    ahead = Duration.ofSeconds(4);
    assertThat(check.isRight()).isTrue();
  }

  @Test
  void aSlowAnswerIsNoWrongClock() {
    answering = Duration.ofSeconds(20);
    assertThat(check.isRight()).isTrue();
  }

  @Test
  void theDatabaseIsAskedEveryTenSecondsAndAfterAJump() {
    for (int second = 0; second < 20; second++) {
      assertThat(check.isRight()).isTrue();
      clock.forward(Duration.ofSeconds(1));
    }
    assertThat(asked).isEqualTo(2);

    check.doubt();
    ahead = Duration.ofMinutes(1);
    assertThat(check.isRight()).isFalse();
    clock.back(Duration.ofHours(1));
    assertThat(check.isRight()).isFalse();
  }
}
