package dev.twostep.domain.contact;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A phone number in E.164 form (ITU-T E.164, at most 15 digits); prints only its last two digits.
 */
public final class PhoneNumber {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private final String e164;

  private PhoneNumber(String e164) {
    this.e164 = e164;
  }

  /**
   * Takes the canonical form only.
   *
   * @throws IllegalArgumentException unless the text is canonical E.164: users' spellings are
   *     parsed at the edge
   */
  public static PhoneNumber ofE164(String text) {
    if (!E164.matcher(text).matches()) {
      throw new IllegalArgumentException("not a canonical E.164 number");
    }
    return new PhoneNumber(text);
  }

  /** The full number; for gateways and storage only. */
  public String e164() {
    return e164;
  }

  /** What a page may show: the last two digits. */
  public String masked() {
    return "•••• " + e164.substring(e164.length() - 2);
  }

  @Override
  public String toString() {
    return masked();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PhoneNumber that && e164.equals(that.e164);
  }

  @Override
  public int hashCode() {
    return Objects.hash(e164);
  }
}
