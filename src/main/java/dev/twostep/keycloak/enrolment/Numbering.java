package dev.twostep.keycloak.enrolment;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.twostep.domain.contact.ParsedNumber;
import dev.twostep.domain.contact.PhoneNumber;
import java.util.Objects;

/** What the world's numbering plans say about a number that is stored already. */
public final class Numbering {

  private static final PhoneNumbers NUMBERS = new PhoneNumbers();

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();

  /**
   * The ISO code of its country, also where several share a calling code; empty for a number of
   * none.
   */
  public String countryOf(PhoneNumber number) {
    try {
      var parsed = library.parse(number.e164(), "");
      return Objects.requireNonNullElse(library.getRegionCodeForNumber(parsed), "");
    } catch (NumberParseException e) {
      return "";
    }
  }

  /** Whether it may be a mobile phone's; a credential that was imported may hold anything. */
  public boolean getsTexts(PhoneNumber number) {
    return NUMBERS.parse("", number.e164()) instanceof ParsedNumber.Mobile;
  }
}
