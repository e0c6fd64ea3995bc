package dev.twostep.domain.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockDriftTest {

  @ParameterizedTest
  @CsvSource({
    "30, ½, false",
    "60, 1, false",
    "90, 1½, true",
    "120, 2, true",
    "600, 10, true",
    "15, ½, false"
  })
  void saysHalvesOfAMinute(int seconds, String minutes, boolean plural) {
    ClockDrift fast = ClockDrift.of(Duration.ofSeconds(seconds));
    ClockDrift slow = ClockDrift.of(Duration.ofSeconds(-seconds));

    assertThat(fast.minutes()).isEqualTo(minutes).isEqualTo(slow.minutes());
    assertThat(fast.isPlural()).isEqualTo(plural).isEqualTo(slow.isPlural());
    assertThat(fast.isFast()).isTrue();
    assertThat(slow.isFast()).isFalse();
  }
}
