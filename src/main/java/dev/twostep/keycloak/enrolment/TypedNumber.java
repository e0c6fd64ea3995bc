package dev.twostep.keycloak.enrolment;

import java.util.regex.Pattern;

/**
 * A typed number cleaned of what cannot be seen or does not matter. The library itself would search
 * any text for something like a number; here every other character is a refusal.
 */
record TypedNumber(String digits, boolean hasExtension) {

  /** Twice the longest number, with room for separators. */
  private static final int LONGEST = 64;

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}\\p{Cc}]");
  private static final Pattern SCHEME = Pattern.compile("^tel:", Pattern.CASE_INSENSITIVE);
  private static final Pattern EXTENSION =
      Pattern.compile(
          "[0-9)]\\s*(?:;ext=|,|;|#|x|ext\\.?|extension|durchwahl|toestel)\\s*[0-9]+#?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TRUNK_ZERO = Pattern.compile("^(\\+[0-9 ]+)\\(0\\)");
  private static final Pattern SEPARATORS = Pattern.compile("[\\p{Z}.()/\\p{Pd}]");
  private static final Pattern DIALABLE = Pattern.compile("\\+?[0-9]{4,17}");

  static TypedNumber of(String typed) {
    if (typed.length() > LONGEST) {
      return new TypedNumber("too long", false);
    }
    String visible = asciiDigits(INVISIBLE.matcher(typed).replaceAll("")).strip();
    String number = SCHEME.matcher(visible).replaceFirst("").strip();
    if (EXTENSION.matcher(number).find()) {
      return new TypedNumber(number, true);
    }
    String international = number.startsWith("00") ? "+" + number.substring(2) : number;
    String withoutTrunk = TRUNK_ZERO.matcher(international).replaceFirst("$1");
    return new TypedNumber(SEPARATORS.matcher(withoutTrunk).replaceAll(""), false);
  }

  /** Arabic-Indic, full-width … digits and the full-width plus have one meaning. */
  private static String asciiDigits(String text) {
    StringBuilder result = new StringBuilder();
    text.codePoints()
        .map(c -> c == '\uff0b' ? '+' : c)
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  boolean isBlank() {
    return digits.isEmpty();
  }

  boolean isInternational() {
    return digits.startsWith("+");
  }

  boolean isDialable() {
    return DIALABLE.matcher(digits).matches();
  }

  @Override
  public String toString() {
    return "TypedNumber[*****]";
  }
}
