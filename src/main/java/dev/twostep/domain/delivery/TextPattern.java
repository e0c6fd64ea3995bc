package dev.twostep.domain.delivery;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A text that an administrator wrote for messages: {0} is the name of the organization or realm,
 * {1} the code, {2} the minutes that it lives.
 */
public record TextPattern(Use use, String text) {

  /** What a text is for, and the message key that holds it. */
  public enum Use {
    SMS("twostepSmsCode"),
    VOICE("twostepVoiceCode"),
    EMAIL_SUBJECT("twostepEmailSubject");

    private final String key;

    Use(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }

  /** What is wrong with a text, and what to write instead. */
  public record Flaw(String problem, String hint) {}

  private static final int LONGEST = 500;
  private static final String CODE = "000000";
  private static final String MINUTES = "5";
  private static final String LONGEST_HOST = "a".repeat(Origin.LONGEST_HOST);

  /** What would break or empty a message; a text with none of it can be sent. */
  public List<Flaw> flaws() {
    List<Flaw> flaws = new ArrayList<>();
    if (text.isBlank() || text.length() > LONGEST) {
      flaws.add(new Flaw("is empty or too long", "write 1 to " + LONGEST + " characters"));
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      flaws.add(new Flaw("has a line break or another control character", "write one line"));
    }
    if (text.replace("''", "").contains("'")) {
      flaws.add(new Flaw("has a straight apostrophe", "write ’, or '' for a straight one"));
    } else if (!isPlain()) {
      flaws.add(
          new Flaw(
              "has braces that stand for nothing",
              "the only placeholders are {0} for the name, {1} for the code and {2} for the"
                  + " minutes, without any format"));
    } else if (use != Use.EMAIL_SUBJECT && !with("-", CODE, "-").contains(CODE)) {
      flaws.add(new Flaw("does not say the code", "write {1} where the code goes"));
    }
    return flaws;
  }

  /** Flaws, and a text for SMS that would not fit into one with a long host name. */
  public List<Flaw> flawsWhenWritten() {
    List<Flaw> flaws = new ArrayList<>(flaws());
    if (flaws.isEmpty() && use == Use.SMS && !sample("Example").fits()) {
      flaws.add(
          new Flaw(
              "takes more than one SMS",
              "shorten it: "
                  + SmsSize.of(sample("Example").text())
                  + ", and a host name of "
                  + Origin.LONGEST_HOST
                  + " characters counts"));
    }
    return flaws;
  }

  /** The size of an SMS with this text, a six-digit code and the longest host name. */
  public SmsSize size(String name) {
    return SmsSize.of(sample(name).text());
  }

  private SmsText sample(String name) {
    return SmsText.compose(
        shown -> with(shown, CODE, MINUTES), name, new Origin(LONGEST_HOST, CODE));
  }

  private String with(String name, String code, String minutes) {
    return new MessageFormat(text, Locale.ROOT).format(new Object[] {name, code, minutes});
  }

  @Override
  public String toString() {
    return "TextPattern[" + use + "]";
  }

  private boolean isPlain() {
    try {
      MessageFormat format = new MessageFormat(text, Locale.ROOT);
      int places = use == Use.EMAIL_SUBJECT ? 2 : 3;
      return Arrays.stream(format.getFormats()).allMatch(Objects::isNull)
          && format.getFormatsByArgumentIndex().length <= places;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
