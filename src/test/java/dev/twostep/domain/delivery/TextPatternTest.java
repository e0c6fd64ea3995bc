package dev.twostep.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"{1}", "{1} is your {0} code, valid {2} min.", "Code {1} von {0}", "It’s {1}"})
  void usableTextsHaveNoFlaw(String text) {
    assertThat(new TextPattern(TextPattern.Use.SMS, text).flawsWhenWritten()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "no code, {0}",
        "{1} {3}",
        "{1} {0,choice,0#a|1#b}",
        "{1,number}",
        "{1",
        "{1} {name}",
        "{1} it's {0}",
        "'{1}'",
        "{1}\nsecond line",
        "{1}\u0000",
        "{1} {-1}"
      })
  void whatWouldBreakAMessageIsFound(String text) {
    assertThat(new TextPattern(TextPattern.Use.SMS, text).flaws())
        .isNotEmpty()
        .allMatch(flaw -> flaw.hint().length() > 10);
  }

  @Test
  void aLongTextTakesMoreThanOneSms() {
    TextPattern pattern = new TextPattern(TextPattern.Use.SMS, "{1} " + "word ".repeat(30));

    assertThat(pattern.flaws()).isEmpty();
    assertThat(pattern.flawsWhenWritten())
        .singleElement()
        .matches(flaw -> flaw.problem().contains("more than one SMS"));
    assertThat(new TextPattern(TextPattern.Use.VOICE, pattern.text()).flawsWhenWritten()).isEmpty();
  }

  @Test
  void theSizeTellsTheAlphabet() {
    assertThat(new TextPattern(TextPattern.Use.SMS, "{1}: {0}").size("Example"))
        .isEqualTo(new SmsSize("GSM-7", "000000: Example".length() + 50, 1));
    assertThat(SmsSize.of("код 123")).isEqualTo(new SmsSize("UCS-2", 7, 1));
  }

  @Test
  void aSubjectNeedsNoCode() {
    assertThat(new TextPattern(TextPattern.Use.EMAIL_SUBJECT, "Hello {0}").flaws()).isEmpty();
    assertThat(new TextPattern(TextPattern.Use.EMAIL_SUBJECT, "{0} {2}").flaws()).isNotEmpty();
  }
}
