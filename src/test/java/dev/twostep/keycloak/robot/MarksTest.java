package dev.twostep.keycloak.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MarksTest {

  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

  private final Marks marks = new Marks();

  @Test
  void oneOfEachClientAndReasonInAMinute() {
    assertThat(marks.isDue("a", "no-robot", NOW)).isTrue();
    assertThat(marks.isDue("a", "no-robot", NOW.plusSeconds(59))).isFalse();
    assertThat(marks.isDue("a", "address", NOW.plusSeconds(59))).isTrue();
    assertThat(marks.isDue("b", "no-robot", NOW.plusSeconds(59))).isTrue();
    assertThat(marks.isDue("a", "no-robot", NOW.plusSeconds(60))).isTrue();
    assertThat(marks.isDue("a", "no-robot", NOW.plusSeconds(61))).isFalse();
  }

  @Test
  void aClockThatIsSetBackSilencesNobody() {
    marks.isDue("a", "no-robot", NOW.plusSeconds(86_400));
    assertThat(marks.isDue("a", "no-robot", NOW)).isTrue();
  }
}
