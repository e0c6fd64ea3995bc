package dev.twostep.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.delivery.SmsText;
import dev.twostep.fixture.AbuseCase;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every SMS fits one segment of 160 characters of the GSM 7-bit alphabet (3GPP TS 23.038 6.2.1).
 */
class SmsTextTest {

  /** The basic table without the escape character: its characters count once. */
  private static final String GSM_7 =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  private static final int SEGMENT = 160;
  private static final String NAME = "N".repeat(40);
  private static final String LAST_LINE = "\n@" + "h".repeat(40) + " #123456";

  static Stream<Locale> languages() {
    return Texts.LANGUAGES.stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  @AbuseCase({"B19", "J14"})
  void longestSmsFitsOneSegment(Locale language) {
    String sms = sms(language) + LAST_LINE;
    assertThat(sms.chars()).allMatch(c -> GSM_7.indexOf(c) >= 0);
    assertThat(sms.length()).isLessThanOrEqualTo(SEGMENT);
  }

  @ParameterizedTest
  @MethodSource("languages")
  @AbuseCase("J14")
  void codeStandsAtTheStart(Locale language) {
    // A notification shows only the first words.
    assertThat(sms(language)).startsWith("123456 ").contains(NAME, " 10 ");
  }

  @ParameterizedTest
  @MethodSource("languages")
  @DisplayName("J13 news of any change fit one SMS with their link, if the host is not too long")
  @AbuseCase("J13")
  void newsFitOneSegment(Locale language) {
    Properties texts = Texts.ours(language);
    String link = "https://login.example.org/realms/acme/twostep/news/" + "0".repeat(32);
    MessageFormat words = new MessageFormat(texts.getProperty("twostepSmsNews"), language);
    assertThat(texts.stringPropertyNames().stream().filter(key -> key.startsWith("twostepNews-")))
        .isNotEmpty()
        .allSatisfy(
            key -> {
              SmsText sms =
                  SmsText.linked(
                      name -> words.format(new Object[] {name, texts.getProperty(key)}),
                      NAME,
                      link);
              assertThat(sms.text()).as(key).endsWith("\n" + link).startsWith("N");
              assertThat(sms.segments()).as(key + ": " + sms.text()).isEqualTo(1);
            });
  }

  @ParameterizedTest
  @MethodSource("languages")
  @DisplayName("News of a portal say what happened, and ask for no photo")
  void newsOfPortals(Locale language) {
    Properties texts = Texts.ours(language);
    MessageFormat words = new MessageFormat(texts.getProperty("twostepSmsPortal"), language);
    assertThat(texts.stringPropertyNames().stream().filter(key -> key.contains("News-portal-")))
        .isNotEmpty()
        .allSatisfy(
            key -> {
              String sentence = texts.getProperty(key);
              assertThat(words.format(new Object[] {NAME, sentence}))
                  .isEqualTo(NAME + ": " + sentence);
            });
  }

  @ParameterizedTest
  @MethodSource("languages")
  @DisplayName("The text with a link for a photo says who sends it, what to do and how long")
  void linkOfPhoto(Locale language) {
    String text = Texts.ours(language).getProperty("twostepSmsPortalLink");
    String words = new MessageFormat(text, language).format(new Object[] {NAME, 10});
    assertThat(words).startsWith(NAME + ": ").contains(" 10 ", "QR");
    String link = "https://login.example.org/realms/acme/twostep/p/" + "0".repeat(22);
    assertThat(SmsText.linked(name -> words, NAME, link).segments()).isLessThanOrEqualTo(2);
  }

  private static String sms(Locale language) {
    String text = Texts.ours(language).getProperty("twostepSmsCode");
    return new MessageFormat(text, language).format(new Object[] {NAME, "123456", 10});
  }
}
