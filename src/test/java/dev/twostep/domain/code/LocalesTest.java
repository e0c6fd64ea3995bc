package dev.twostep.domain.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.delivery.LetterState;
import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.domain.delivery.Origin;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.fixture.AbuseCase;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code String.format("%06d")} writes Arabic digits in some of these, and "I" is no "i". */
class LocalesTest {

  @ParameterizedTest
  @ValueSource(strings = {"ar", "ar-EG-u-nu-arab", "fa", "fa-IR-u-nu-arabext", "ne", "hi", "tr"})
  @DisplayName("K23 the server's language changes no code, key or word")
  @AbuseCase("K23")
  void theServersLanguageChangesNothing(String language) {
    String english = under(Locale.ENGLISH, LocalesTest::everythingThatMustNotChange);

    assertThat(under(Locale.forLanguageTag(language), LocalesTest::everythingThatMustNotChange))
        .isEqualTo(english)
        .contains("755224", "000123");
  }

  private static String everythingThatMustNotChange() {
    ServerKey key = ServerKey.of(new byte[32]);
    ChallengeId id = new ChallengeId("0123456789abcdef0123456789abcdef");
    return String.join(
        "\n",
        Otp.at(OtpTest.seed("HmacSHA1"), "HmacSHA1", 0, 6).digits(),
        OneTimeCode.ofNumber(123, 6).digits(),
        key.codeOf(id, "i-İ-ı", Purpose.ENROL_EMAIL).digits(),
        key.digestOf("INTI", "INFO@EXAMPLE.ORG"),
        Answer.typed("١٢٣ 456").text(),
        PhoneNumber.ofE164("+4915112345678").masked(),
        new Origin("login.example.org", "000123").line().orElseThrow(),
        FactorKind.of("recovery-codes") + " " + LetterState.ofName("PENDING").word());
  }

  private static <T> T under(Locale language, Supplier<T> work) {
    Locale before = Locale.getDefault();
    Locale.setDefault(language);
    try {
      return work.get();
    } finally {
      Locale.setDefault(before);
    }
  }
}
