package dev.twostep.keycloak.enrolment;

import dev.twostep.domain.contact.ParsedNumber;

/** Which message belongs to which kind of unusable number. */
public final class NumberErrors {

  private NumberErrors() {}

  /** The key of that message. */
  public static String key(ParsedNumber parsed) {
    if (parsed instanceof ParsedNumber.Missing) {
      return "twostepNumberMissing";
    }
    if (parsed instanceof ParsedNumber.WrongCountry) {
      return "twostepNumberWrongCountry";
    }
    if (parsed instanceof ParsedNumber.NotMobile) {
      return "twostepNumberNotMobile";
    }
    return parsed instanceof ParsedNumber.HasExtension
        ? "twostepNumberExtension"
        : "twostepNumberInvalid";
  }
}
