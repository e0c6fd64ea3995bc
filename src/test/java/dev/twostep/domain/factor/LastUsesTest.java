package dev.twostep.domain.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LastUsesTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final LastUses noon = LastUses.none().with(FactorKind.SMS, NOON).orElseThrow();

  @Test
  void remembersEachKind() {
    LastUses both = noon.with(FactorKind.EMAIL, NOON.plusSeconds(5)).orElseThrow();

    assertThat(both.at())
        .isEqualTo(Map.of(FactorKind.SMS, NOON, FactorKind.EMAIL, NOON.plusSeconds(5)));
  }

  @Test
  void writesOnceAnHour() {
    assertThat(noon.with(FactorKind.SMS, NOON.plusSeconds(3599))).isEmpty();
    assertThat(noon.with(FactorKind.SMS, NOON.plusSeconds(3600)))
        .map(LastUses::at)
        .contains(Map.of(FactorKind.SMS, NOON.plusSeconds(3600)));
  }
}
