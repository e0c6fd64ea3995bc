package dev.twostep.domain.code;

import java.util.Locale;

/** A code of ASCII digits; {@link #matches} is the only comparison of codes in the code base. */
public final class OneTimeCode {

  private final String digits;

  private OneTimeCode(String digits) {
    this.digits = digits;
  }

  /** The last {@code length} decimal digits of a number, zero-padded (RFC 4226 §5.3). */
  static OneTimeCode ofNumber(int number, int length) {
    String padded = String.format(Locale.ROOT, "%0" + length + "d", number);
    return new OneTimeCode(padded.substring(padded.length() - length));
  }

  /** The digits, for the text of a message only. */
  public String digits() {
    return digits;
  }

  /** Compares in constant time. */
  public boolean matches(Answer answer) {
    return ConstantTime.same(digits, answer.text());
  }

  @Override
  public String toString() {
    return "OneTimeCode[******]";
  }
}
