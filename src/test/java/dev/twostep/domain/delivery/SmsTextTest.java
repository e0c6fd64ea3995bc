package dev.twostep.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsTextTest {

  private static final String CODE = "482913";
  private static final Origin ORIGIN = new Origin("login.example.org", CODE);
  private static final String HOST_OF_40 = "a".repeat(28) + ".example.org";
  private static final List<UnaryOperator<String>> LANGUAGES =
      List.of(
          name -> CODE + " ist Ihr Code für " + name + ". Er gilt 5 Minuten. Nicht weitergeben.",
          name -> CODE + " is je code voor " + name + ". Hij is 5 minuten geldig.",
          name -> CODE + " is your code for " + name + ". It’s valid for 5 minutes.",
          name -> name + ": Twój kod to " + CODE + ". Ważny 5 minut.",
          name -> name + " 验证码 " + CODE);

  private static SmsText compose(String name) {
    return compose(name, ORIGIN);
  }

  private static SmsText compose(String name, Origin origin) {
    return SmsText.compose(LANGUAGES.get(0), name, origin);
  }

  private static void assertWhole(SmsText sms) {
    assertThat(sms.fits()).isTrue();
    assertThat(sms.text())
        .contains(CODE + " ist Ihr Code")
        .endsWith("\n@login.example.org #482913");
  }

  @Test
  void aPlainNameStaysAsItIs() {
    assertThat(compose("Grünwald & Söhne").text())
        .isEqualTo(
            "482913 ist Ihr Code für Grünwald & Söhne. Er gilt 5 Minuten. Nicht weitergeben."
                + "\n@login.example.org #482913");
  }

  @Test
  @AbuseCase("B19")
  void B19emojiInTheNameGiveWay() {
    SmsText sms = compose("Rocket 🚀 Bank");

    assertWhole(sms);
    assertThat(sms.text()).contains("für Rocket Bank.");
  }

  @Test
  @AbuseCase("B19")
  void B19lookAlikesReplaceForeignLetters() {
    assertThat(compose("Łódź – “Ćevapi” Œuvre").text())
        .contains("für Lódz - \"Cevapi\" OEuvre.".replace("ó", "o"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "ä", "€", "[", "🚀", "é", "株", "Ω", "’"})
  @AbuseCase("B19")
  void B19aNameOf255CharactersIsShortened(String character) {
    SmsText sms = compose(character.repeat(255 / character.length()));

    assertWhole(sms);
    assertThat(sms.originBound()).isTrue();
  }

  @Test
  @AbuseCase("B19")
  void B19extensionCharactersCountTwice() {
    assertThat(Segments.of("€".repeat(80))).isEqualTo(1);
    assertThat(Segments.of("€".repeat(80) + "a")).isEqualTo(2);
    assertThat(Segments.of("a".repeat(160))).isEqualTo(1);
    assertThat(Segments.of("’".repeat(70))).isEqualTo(1);
    assertThat(Segments.of("’".repeat(71))).isEqualTo(2);
    assertThat(Segments.of("🚀".repeat(35))).isEqualTo(1);
    assertThat(Segments.of("a".repeat(307))).isEqualTo(3);
  }

  @Test
  void aNameWithoutOneReadableCharacterIsReplacedByTheHost() {
    assertThat(compose("🚀".repeat(100)).text()).contains("für login.example.org.");
    assertThat(compose("").text()).contains("für login.example.org.");
    assertThat(compose("   ").text()).contains("für login.example.org.");
  }

  @Test
  void aShortForeignNameIsKeptWhereItFitsAsItIs() {
    SmsText sms = SmsText.compose(name -> name + ": " + CODE, "株式会社", ORIGIN);

    assertThat(sms.text()).startsWith("株式会社: 482913\n");
    assertThat(sms.fits()).isTrue();
  }

  @Test
  @AbuseCase("B19")
  void B19aHostOf40CharactersFitsInEveryLanguageOfOurs() {
    for (UnaryOperator<String> words : LANGUAGES.subList(0, 4)) {
      SmsText sms = SmsText.compose(words, "Bank 🚀 ".repeat(40), new Origin(HOST_OF_40, CODE));

      assertThat(sms.fits()).isTrue();
      assertThat(sms.tooLongHost()).isFalse();
      assertThat(sms.text()).endsWith("\n@" + HOST_OF_40 + " #" + CODE);
    }
  }

  @Test
  @AbuseCase("B19")
  void B19aLongerHostLosesTheOriginLineAndIsReported() {
    SmsText sms = compose("Example", new Origin("b" + HOST_OF_40, CODE));

    assertThat(sms.tooLongHost()).isTrue();
    assertThat(sms.originBound()).isFalse();
    assertThat(sms.fits()).isTrue();
    assertThat(sms.text()).contains(CODE).doesNotContain("@").doesNotContain("#");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "two hosts", "a\n@evil.test", "host:8443", "[::1]", "-a", "a.", "ü.de"})
  void aHostThatIsNoNameMakesNoOriginLine(String host) {
    SmsText sms = compose("Example", new Origin(host, CODE));

    assertThat(sms.originBound()).isFalse();
    assertThat(sms.tooLongHost()).isFalse();
    assertThat(sms.text()).doesNotContain("@");
  }

  @ParameterizedTest
  @CsvSource({"'Evil\n@evil.test #1'", "'Evil\r@evil.test #1'", "'Evil\u2028@evil.test #1'"})
  void aNameNeverStartsALineOfItsOwn(String name) {
    SmsText sms = compose(name, new Origin("b" + HOST_OF_40, CODE));

    assertThat(sms.text().lines()).hasSize(1);
    assertThat(sms.text()).contains("Evil @evil.test #1");
  }

  @Test
  void wordsThatDoNotFitAreReportedAndNothingIsCutOff() {
    SmsText sms = SmsText.compose(name -> name + "w".repeat(170) + CODE, "Example", ORIGIN);

    assertThat(sms.fits()).isFalse();
    assertThat(sms.segments()).isEqualTo(2);
    assertThat(sms.text()).contains(CODE + "\n@login.example.org #" + CODE);
  }

  @Test
  @AbuseCase("B20")
  void B20theCodeIsNotPrinted() {
    assertThat(compose("Example").toString()).doesNotContain(CODE);
    assertThat(ORIGIN.toString()).doesNotContain(CODE);
  }

  @Test
  void theAlphabetHasAll127CharactersOnce() {
    long held = IntStream.range(0, 0x10000).filter(c -> Gsm7.holds(Character.toString(c))).count();
    assertThat(held).isEqualTo(127 + 10);
  }

  @Property(tries = 2000)
  @AbuseCase("B19")
  void B19anyNameInAnyLanguageFitsOneSegment(
      @ForAll("names") String name, @ForAll("languages") UnaryOperator<String> words) {
    SmsText sms = SmsText.compose(words, name, ORIGIN);

    assertThat(sms.segments()).isEqualTo(1);
    assertThat(Segments.of(sms.text())).isEqualTo(1);
    assertThat(sms.text()).contains(CODE).endsWith("\n@login.example.org #482913");
    assertThat(sms.text().lines()).hasSize(2);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(300),
        Arbitraries.strings().ascii().ofMaxLength(300),
        Arbitraries.strings().withChars("aé€[🚀株ßł’\n ").ofMaxLength(300));
  }

  @Provide
  Arbitrary<UnaryOperator<String>> languages() {
    return Arbitraries.of(LANGUAGES);
  }
}
