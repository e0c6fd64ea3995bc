package dev.twostep.domain.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.twostep.domain.portal.KeyReading.Read;
import dev.twostep.domain.portal.KeyReading.Refused;
import dev.twostep.fixture.AbuseCase;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One text, one meaning; everything else is refused with its reason. */
class KeyTextTest {

  private static final String SECRET = "JBSWY3DPEHPK3PXP";
  private static final String GOOD = "otpauth://totp/Shop:anna%40x.org?secret=" + SECRET;

  @Test
  void readsAnAddressAsAppsDo() {
    assertThat(KeyText.address(GOOD)).isEqualTo(read("HmacSHA1", 6, 30, "Shop:anna@x.org"));
    assertThat(KeyText.address(GOOD + "&algorithm=sha256&digits=8&period=60&issuer=Shop&image=x"))
        .isEqualTo(read("HmacSHA256", 8, 60, "Shop:anna@x.org"));
    assertThat(KeyText.address("OTPAUTH://totp/Shop?secret=" + SECRET))
        .isEqualTo(read("HmacSHA1", 6, 30, "Shop"));
  }

  @Test
  void readsASecretAsPortalsShowIt() {
    assertThat(KeyText.typed(" jbsw y3dp-ehpk\u00a03pxp ")).isEqualTo(read("HmacSHA1", 6, 30, ""));
    assertThat(KeyText.typed(GOOD)).isEqualTo(KeyText.address(GOOD));
    assertThat(KeyText.typed(" ")).isEqualTo(new Refused(KeyRefusal.EMPTY));
  }

  @Test
  void printsNoSecret() {
    assertThat(KeyText.address(GOOD)).asString().doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "https://portal.example/2fa",
        "WIFI:T:WPA;S:net;P:secret;;",
        "BEGIN:VCARD",
        "data:text/html,<b>",
        "xotpauth://totp/a?secret=" + SECRET,
        "hello"
      })
  @AbuseCase("H09")
  @DisplayName("H09 What is no two-factor code is refused as such")
  void refusesOtherContents(String text) {
    assertThat(KeyText.address(text)).isEqualTo(new Refused(KeyRefusal.NOT_TWO_FACTOR));
  }

  @ParameterizedTest
  @CsvSource({
    "digits=0, DIGITS",
    "digits=1, DIGITS",
    "digits=5, DIGITS",
    "digits=9, DIGITS",
    "digits=100, DIGITS",
    "digits=6.0, DIGITS",
    "digits=%D9%A6, DIGITS",
    "digits=, DIGITS",
    "period=0, PERIOD",
    "period=-1, PERIOD",
    "period=14, PERIOD",
    "period=121, PERIOD",
    "period=1000000000, PERIOD",
    "algorithm=MD5, ALGORITHM",
    "algorithm=, ALGORITHM",
    "algorithm=SHA224, ALGORITHM",
    "encoder=steam, ALGORITHM"
  })
  @AbuseCase("H11")
  @DisplayName("H11 Parameters beyond what portals use are refused by name")
  void refusesOddParameters(String parameter, KeyRefusal why) {
    assertThat(KeyText.address(GOOD + "&" + parameter)).isEqualTo(new Refused(why));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 8, 15, 17, 19, 22, 1638, 1640, 1_000_000})
  @AbuseCase("H11")
  @DisplayName("H11 A secret has 80 bits to 1 kB, and whole bytes")
  void refusesOddLengths(int characters) {
    assertThat(KeyText.typed("A".repeat(characters))).isInstanceOf(Refused.class);
    assertThat(KeyText.address("otpauth://totp/a?secret=" + "A".repeat(characters)))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 20, 26, 32, 52, 1639})
  void takesTheLengthsBetween(int characters) {
    assertThat(KeyText.typed("A".repeat(characters))).isInstanceOf(Read.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"JBSWY3DPEHPK3PX0", "JBSWY3DPEHPK3PX1", "JBSWY3DPEHPK3P=P", "ÄBSWY3DPEHPK3PXP"})
  @AbuseCase("H11")
  @DisplayName("H11 What is no base 32 is refused")
  void refusesOtherLetters(String secret) {
    assertThat(KeyText.typed(secret)).isEqualTo(new Refused(KeyRefusal.SECRET));
  }

  @ParameterizedTest
  @CsvSource({
    "otpauth-migration://offline?data=CjEKCkhlbGxvId6tvu8, EXPORT",
    "otpauth-migration://offline?data=%FF%FF, EXPORT",
    "otpauth://hotp/Shop?secret=JBSWY3DPEHPK3PXP&counter=1, COUNTER",
    "otpauth://steam/Shop?secret=JBSWY3DPEHPK3PXP, MALFORMED",
    "steam://JBSWY3DPEHPK3PXP, NOT_TWO_FACTOR"
  })
  @AbuseCase("H12")
  @DisplayName("H12 Exports, counters and Steam are refused, each by its name")
  void refusesOtherKinds(String text, KeyRefusal why) {
    assertThat(KeyText.address(text)).isEqualTo(new Refused(why));
    assertThat(KeyText.typed(text)).isEqualTo(new Refused(why));
  }

  @Test
  @AbuseCase("H12")
  @DisplayName("H12 An export of a hundred entries is not even looked into")
  void refusesLongExports() {
    String hundred = "otpauth-migration://offline?data=" + "CjEKCkhlbGxvId6tvu8".repeat(100);
    assertThat(KeyText.address(hundred)).isEqualTo(new Refused(KeyRefusal.EXPORT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&secret=" + SECRET,
        "&SECRET=" + SECRET,
        "&Digits=6",
        "&%64igits=6",
        "&digits",
        "&",
        "&issuer=a%00b",
        "&issuer=a%0d%0ab",
        "&issuer=%ff",
        "&issuer=%zz",
        "&issuer=%4",
        "?digits=6",
        "#digits=8",
        "&issuer=a b",
        "&issuer=a\u0000b"
      })
  @AbuseCase("H13")
  @DisplayName("H13 What two readers could read differently is refused")
  void refusesTwoMeanings(String rest) {
    assertThat(KeyText.address(GOOD + rest)).isEqualTo(new Refused(KeyRefusal.MALFORMED));
  }

  @Test
  @AbuseCase("H13")
  @DisplayName("H13 A plus is a plus: it stays in a name, and no secret has one")
  void aPlusIsAPlus() {
    assertThat(KeyText.address("otpauth://totp/a+b?secret=" + SECRET))
        .isEqualTo(read("HmacSHA1", 6, 30, "a+b"));
    assertThat(KeyText.address("otpauth://totp/a?secret=JBSWY3DP+EHPK3PXP"))
        .isEqualTo(new Refused(KeyRefusal.SECRET));
    assertThat(KeyText.address("otpauth://totp/a?secret=JBSWY3DP%20EHPK3PXP"))
        .isEqualTo(new Refused(KeyRefusal.SECRET));
  }

  @Test
  @AbuseCase("H13")
  @DisplayName("H13 No text at all makes the reader fail")
  void survivesAnyText() {
    Random random = new Random(7);
    IntStream.range(0, 20_000)
        .mapToObj(i -> mutated(GOOD + "&digits=8&issuer=%C3%A4", random))
        .forEach(
            text ->
                assertThatCode(
                        () -> {
                          KeyText.typed(text);
                          KeyText.address(text);
                        })
                    .as(text)
                    .doesNotThrowAnyException());
  }

  private static String mutated(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(3)) {
        case 0 -> changed.setCharAt(at, (char) random.nextInt(0x180));
        case 1 -> changed.deleteCharAt(at);
        default -> changed.insert(at, "%&=?+/:".charAt(random.nextInt(7)));
      }
    }
    return changed.toString();
  }

  private static Read read(String algorithm, int digits, int period, String label) {
    return new Read(SECRET, algorithm, digits, Duration.ofSeconds(period), label);
  }
}
