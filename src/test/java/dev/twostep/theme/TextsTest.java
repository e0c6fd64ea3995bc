package dev.twostep.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

  static Stream<Locale> languages() {
    return Texts.LANGUAGES.stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  @AbuseCase("J14")
  void everyLanguageHasTheSameTexts(Locale language) {
    assertThat(Texts.ours(language).stringPropertyNames())
        .isEqualTo(Texts.ours(Locale.ENGLISH).stringPropertyNames());
  }

  @ParameterizedTest
  @MethodSource("languages")
  @AbuseCase("J14")
  void noTextIsEmptyOrHasAStraightApostrophe(Locale language) {
    // MessageFormat swallows ' in pages; i18next doubles '' in the account console.
    assertThat(Texts.ours(language))
        .allSatisfy((key, text) -> assertThat((String) text).isNotBlank().doesNotContain("'"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  @AbuseCase("J14")
  void placeholdersAgree(Locale language) {
    Properties english = Texts.ours(Locale.ENGLISH);
    assertThat(Texts.ours(language))
        .allSatisfy(
            (key, text) ->
                assertThat(arguments((String) text))
                    .isEqualTo(arguments(english.getProperty((String) key))));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void onlyKeycloakNamesKeysThatDoNotStartWithTwostep(Locale language) {
    assertThat(Texts.ours(language).stringPropertyNames())
        .allMatch(key -> key.startsWith("twostep") || key.startsWith("requiredAction.twostep-"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void oneMinuteIsNotManyMinutes(Locale language) {
    String text = Texts.ours(language).getProperty("twostepCodeValid");
    String one = new MessageFormat(text, language).format(new Object[] {1});
    String five = new MessageFormat(text, language).format(new Object[] {5});
    assertThat(five).contains("5 ");
    assertThat(one.replace("1 ", "5 ")).isNotEqualTo(five);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noKeyStandsTwice(Locale language) {
    // Reading the file keeps the last one only, wherever the first was needed.
    assertThat(Texts.lines(language))
        .filteredOn(line -> line.matches("[^#!\\s].*=.*"))
        .extracting(line -> line.replaceFirst("\\s*=.*", ""))
        .hasSizeGreaterThan(500)
        .doesNotHaveDuplicates();
  }

  /** The account console has its own way to write an argument. */
  private static int arguments(String text) {
    String plain = text.replace("{{", "{").replace("}}", "}");
    return new MessageFormat(plain, Locale.ROOT).getFormatsByArgumentIndex().length;
  }
}
