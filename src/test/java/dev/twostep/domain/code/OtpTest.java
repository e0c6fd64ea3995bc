package dev.twostep.domain.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.twostep.fixture.AbuseCase;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test vectors of RFC 4226 appendix D and RFC 6238 appendix B, all 28 of them. */
class OtpTest {

  private static final Map<String, Integer> SEED_BYTES =
      Map.of("HmacSHA1", 20, "HmacSHA256", 32, "HmacSHA512", 64);

  @ParameterizedTest
  @CsvSource({
    "0, 755224",
    "1, 287082",
    "2, 359152",
    "3, 969429",
    "4, 338314",
    "5, 254676",
    "6, 287922",
    "7, 162583",
    "8, 399871",
    "9, 520489",
  })
  @DisplayName("C14 HOTP values are those of RFC 4226")
  @AbuseCase("C14")
  void hotpValuesAreThoseOfTheRfc(long counter, String value) {
    assertThat(Otp.at(seed("HmacSHA1"), "HmacSHA1", counter, 6).digits()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "59, HmacSHA1, 94287082",
    "59, HmacSHA256, 46119246",
    "59, HmacSHA512, 90693936",
    "1111111109, HmacSHA1, 07081804",
    "1111111109, HmacSHA256, 68084774",
    "1111111109, HmacSHA512, 25091201",
    "1111111111, HmacSHA1, 14050471",
    "1111111111, HmacSHA256, 67062674",
    "1111111111, HmacSHA512, 99943326",
    "1234567890, HmacSHA1, 89005924",
    "1234567890, HmacSHA256, 91819424",
    "1234567890, HmacSHA512, 93441116",
    "2000000000, HmacSHA1, 69279037",
    "2000000000, HmacSHA256, 90698825",
    "2000000000, HmacSHA512, 38618901",
    "20000000000, HmacSHA1, 65353130",
    "20000000000, HmacSHA256, 77737706",
    "20000000000, HmacSHA512, 47863826",
  })
  @DisplayName("C14 TOTP values are those of RFC 6238")
  @AbuseCase("C14")
  void totpValuesAreThoseOfTheRfc(long second, String algorithm, String value) {
    assertThat(Otp.at(seed(algorithm), algorithm, second / 30, 8).digits()).isEqualTo(value);
  }

  @Test
  void anUnknownAlgorithmIsAFaultOfThePlatform() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Otp.at(seed("HmacSHA1"), "HmacNone", 0, 6))
        .withMessageContaining("HmacNone");
  }

  static byte[] seed(String algorithm) {
    return "1234567890"
        .repeat(7)
        .substring(0, SEED_BYTES.get(algorithm))
        .getBytes(StandardCharsets.US_ASCII);
  }
}
