package dev.twostep.domain.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AppLabelTest {

  @Test
  void keepsWhatShows() {
    assertThat(AppLabel.clean("  Annas Telefon 📱 ")).isEqualTo("Annas Telefon 📱");
    assertThat(AppLabel.clean("<script>")).isEqualTo("<script>");
  }

  @Test
  void dropsWhatHidesOrTurnsText() {
    assertThat(AppLabel.clean("a\u202eb\u0000c\nd\u200be\u2028f")).isEqualTo("abcdef");
  }

  @Test
  void cutsAtFortyCharacters() {
    assertThat(AppLabel.clean("x".repeat(10_000))).isEqualTo("x".repeat(40));
  }

  @Test
  void numbersAClash() {
    assertThat(AppLabel.unique("Phone", List.of())).isEqualTo("Phone");
    assertThat(AppLabel.unique("phone", List.of("Phone"))).isEqualTo("phone 2");
    assertThat(AppLabel.unique("Phone", List.of("Phone", "Phone 2"))).isEqualTo("Phone 3");
  }

  @Test
  void namesTheNameless() {
    assertThat(AppLabel.unique(" ", List.of())).isEqualTo("Authenticator");
    assertThat(AppLabel.unique("", List.of("Authenticator"))).isEqualTo("Authenticator 2");
  }
}
