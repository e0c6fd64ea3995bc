package dev.twostep.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionTest {

  private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "19,0,false",
    "20,0,true",
    "20,1,true",
    "20,2,false",
    "1000,99,true",
    "1000,100,false"
  })
  void tripsWhenTooFewCodesComeBack(int sent, int used, boolean tripped) {
    assertThat(tripped(sent, Duration.ofHours(1), used)).isEqualTo(tripped);
  }

  @Test
  void messagesWhoseCodesCanStillBeUsedTellNothing() {
    assertThat(tripped(50, Duration.ofMinutes(5), 0)).isFalse();
    assertThat(tripped(50, Duration.ofMinutes(10), 0)).isTrue();
  }

  @Test
  void aBlockEndsByAgeing() {
    assertThat(tripped(50, Duration.ofHours(23), 0)).isTrue();
    assertThat(tripped(50, Duration.ofHours(24).plusMinutes(5), 0)).isFalse();
  }

  @Test
  void readsWhatAdministratorsWrite() {
    assertThat(Conversion.parse(" 50 / 5% ")).contains(new Conversion(50, 5));
    assertThat(Conversion.parse("off").orElseThrow().isOff()).isTrue();
    assertThat(Conversion.off().isTripped(slots(100, Duration.ofHours(1)), List.of(), NOW))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "20", "20/10", "20/0%", "0/10%", "20/101%", "x/10%"})
  void refusesWhatNobodyCanFollow(String text) {
    assertThat(Conversion.parse(text)).isEmpty();
  }

  private static boolean tripped(int sent, Duration ago, int used) {
    return new Conversion(20, 10)
        .isTripped(slots(sent, ago), slots(used, Duration.ofMinutes(1)), NOW);
  }

  private static List<Slot> slots(int amount, Duration ago) {
    return List.of(new Slot(NOW.minus(ago), amount));
  }
}
