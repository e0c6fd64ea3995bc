package dev.twostep.keycloak.enrolment;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.NumberParseException.ErrorType;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.twostep.domain.contact.ParsedNumber;
import dev.twostep.domain.contact.ParsedNumber.HasExtension;
import dev.twostep.domain.contact.ParsedNumber.Missing;
import dev.twostep.domain.contact.ParsedNumber.Mobile;
import dev.twostep.domain.contact.ParsedNumber.NotANumber;
import dev.twostep.domain.contact.ParsedNumber.NotMobile;
import dev.twostep.domain.contact.ParsedNumber.WrongCountry;
import dev.twostep.domain.contact.PhoneNumber;
import java.util.Locale;
import java.util.Set;

/** Turns what users type into one canonical number, or says why it cannot (B23). */
public final class PhoneNumbers {

  /** Where a number that belongs to no country is filed: satellites, shared cost, fraud. */
  private static final String NO_COUNTRY = "001";

  /** Some countries do not tell landlines and mobiles apart by number. */
  private static final Set<PhoneNumberType> MAY_GET_SMS =
      Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();

  /**
   * Reads one typed number; never throws, whatever was typed.
   *
   * @param region ISO 3166 code picked beside the field; a typed {@code +} (or {@code 00}) wins
   *     over it
   */
  public ParsedNumber parse(String region, String typed) {
    TypedNumber number = TypedNumber.of(typed);
    if (number.isBlank()) {
      return new Missing();
    }
    if (number.hasExtension()) {
      return new HasExtension();
    }
    if (!number.isDialable()) {
      return new NotANumber();
    }
    return parse(region.toUpperCase(Locale.ROOT), number);
  }

  private ParsedNumber parse(String region, TypedNumber number) {
    if (!number.isInternational() && !library.getSupportedRegions().contains(region)) {
      return new WrongCountry();
    }
    try {
      Phonenumber.PhoneNumber parsed = library.parse(number.digits(), region);
      if (library.isValidNumber(parsed)) {
        return classified(parsed);
      }
      boolean elsewhere = !number.isInternational() && library.isPossibleNumber(parsed);
      return elsewhere ? new WrongCountry() : new NotANumber();
    } catch (NumberParseException e) {
      // Its message quotes what was typed: only its kind is used.
      boolean noSuchCountry = e.getErrorType() == ErrorType.INVALID_COUNTRY_CODE;
      return noSuchCountry ? new WrongCountry() : new NotANumber();
    }
  }

  private ParsedNumber classified(Phonenumber.PhoneNumber parsed) {
    if (NO_COUNTRY.equals(library.getRegionCodeForNumber(parsed))
        || !MAY_GET_SMS.contains(library.getNumberType(parsed))) {
      return new NotMobile();
    }
    return new Mobile(PhoneNumber.ofE164(library.format(parsed, PhoneNumberFormat.E164)));
  }
}
