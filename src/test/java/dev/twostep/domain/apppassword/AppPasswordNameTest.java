package dev.twostep.domain.apppassword;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AppPasswordNameTest {

  @Test
  @AbuseCase("E16")
  @DisplayName("E16: a name is one line of bounded length, nothing hidden, and no formula")
  void isTamed() {
    assertThat(AppPasswordName.shown("  Anna’s phone ")).isEqualTo("Anna’s phone");
    assertThat(AppPasswordName.shown("two\nlines\u202E\u0000")).isEqualTo("two lines");
    assertThat(AppPasswordName.shown("x".repeat(10_240))).hasSize(40);
    for (String formula : new String[] {"=1+1", "+1", "-1", "@sum", "\n=1"}) {
      assertThat(AppPasswordName.shown(formula)).startsWith("'");
    }
    assertThat(AppPasswordName.shown("")).isEmpty();
  }
}
