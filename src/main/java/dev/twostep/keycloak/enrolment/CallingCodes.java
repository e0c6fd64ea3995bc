package dev.twostep.keycloak.enrolment;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.twostep.domain.contact.PhoneNumber;

/** The country's part of a number. */
public final class CallingCodes {

  private CallingCodes() {}

  /** 49 for a German number; 0 for one that belongs nowhere. */
  public static int of(PhoneNumber number) {
    try {
      return PhoneNumberUtil.getInstance().parse(number.e164(), "ZZ").getCountryCode();
    } catch (NumberParseException e) {
      // Its message quotes the number.
      return 0;
    }
  }
}
