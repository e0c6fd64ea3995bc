package dev.twostep.keycloak.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.memory.StepClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WatchedClockTest {

  private final StepClock wall = new StepClock();
  private final List<Duration> alarms = new ArrayList<>();
  private long nanos;
  private final WatchedClock clock = new WatchedClock(wall, () -> nanos, alarms::add);

  @Test
  @AbuseCase("C17")
  @DisplayName("C17 a server clock that jumps 90 s back or 10 min ahead raises one alarm each")
  void aJumpRaisesAnAlarm() {
    pass(Duration.ofHours(1));
    wall.back(Duration.ofSeconds(90));
    clock.instant();
    clock.instant();
    wall.forward(Duration.ofMinutes(10));

    assertThat(clock.instant()).isEqualTo(wall.instant());
    assertThat(alarms).containsExactly(Duration.ofSeconds(-90), Duration.ofMinutes(10));
  }

  @Test
  void timeThatPassesIsNoJump() {
    for (int hour = 0; hour < 24; hour++) {
      pass(Duration.ofHours(1));
      wall.forward(Duration.ofMillis(20));
      clock.instant();
    }
    assertThat(alarms).isEmpty();
  }

  private void pass(Duration time) {
    wall.forward(time);
    nanos += time.toNanos();
    clock.instant();
  }
}
