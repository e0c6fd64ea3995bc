package dev.twostep.application.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.portal.Reading.Found;
import dev.twostep.application.portal.Reading.Unreadable;
import dev.twostep.domain.portal.KeyReading;
import dev.twostep.fixture.AbuseCase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhotographedKeyTest {

  private static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

  @Test
  void takesTheOneKeyThatIsThere() {
    PhotographedKey photo =
        PhotographedKey.of(new Found(List.of("otpauth://totp/GitHub:anna?secret=" + SECRET)));

    assertThat(photo.flaw()).isEmpty();
    assertThat(photo.key())
        .contains(
            new KeyReading.Read(SECRET, "HmacSHA1", 6, Duration.ofSeconds(30), "GitHub:anna"));
    assertThat(photo.toString()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1), key-not-two-factor",
    "https://portal.test/, key-not-two-factor",
    "'WIFI:S:net;T:WPA;P:secret;;', key-not-two-factor",
    "otpauth-migration://offline?data=AAAA, key-export",
    "otpauth://hotp/x?secret=JBSWY3DPEHPK3PXP, key-counter",
    "JBSWY3DPEHPK3PXP, key-not-two-factor",
    "otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&secret=JBSWY3DPEHPK3PXP, key-malformed"
  })
  @DisplayName("H09 H12 H13 what a picture says must be the address of one key")
  @AbuseCase({"H09", "H12", "H13"})
  void refusesWhatIsNone(String text, String flaw) {
    PhotographedKey photo = PhotographedKey.of(new Found(List.of(text)));

    assertThat(photo.key()).isEmpty();
    assertThat(photo.flaw()).isEqualTo(flaw);
  }

  @Test
  @DisplayName("H14 of several codes none is picked, even if only one is a key")
  @AbuseCase("H14")
  void picksNone() {
    String key = "otpauth://totp/x?secret=" + SECRET;

    assertThat(PhotographedKey.of(new Found(List.of(key, "https://portal.test"))).flaw())
        .isEqualTo("key-several");
  }

  @ParameterizedTest
  @EnumSource(PictureRefusal.class)
  void saysWhyAPictureIsNone(PictureRefusal why) {
    assertThat(PhotographedKey.of(new Unreadable(why)).flaw())
        .isEqualTo(PhotographedKey.flaw(why))
        .startsWith("picture-");
  }
}
