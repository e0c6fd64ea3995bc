package dev.twostep.domain.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.factor.FactorName.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactorNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My phone",
        "<script>",
        "=HYPERLINK(\"x\")",
        "Anna’s Gerät",
        "手机",
        "📱",
        "•••• 12"
      })
  void takesWhatCanBeRead(String name) {
    assertThat(FactorName.flaw("  " + name + " ")).isEmpty();
    assertThat(FactorName.trimmed("  " + name + " ")).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u202Eb",
        "a\u2066b",
        "a\u200Fb",
        "a\u200Bb",
        "a\nb",
        "a\u0000b",
        "a\u2028b",
        "a\uD800",
        "a\uE000",
        "a\uFEFF"
      })
  void refusesWhatCannotBeSeen(String name) {
    assertThat(FactorName.flaw(name)).contains(Flaw.INVISIBLE);
  }

  @Test
  void hasBounds() {
    assertThat(FactorName.flaw("x".repeat(FactorName.LONGEST))).isEmpty();
    assertThat(FactorName.flaw("📱".repeat(FactorName.LONGEST))).isEmpty();
    assertThat(FactorName.flaw("x".repeat(FactorName.LONGEST + 1))).contains(Flaw.TOO_LONG);
    assertThat(FactorName.flaw("x".repeat(10_240))).contains(Flaw.TOO_LONG);
    assertThat(FactorName.flaw(" \t ")).contains(Flaw.MISSING);
  }
}
