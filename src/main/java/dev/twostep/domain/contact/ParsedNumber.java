package dev.twostep.domain.contact;

/** What a typed phone number turned out to be: one that can get an SMS, or why not. */
public sealed interface ParsedNumber {

  /** A number that may be a mobile phone's, in its one canonical form. */
  record Mobile(PhoneNumber number) implements ParsedNumber {}

  /** Nothing was typed. */
  record Missing() implements ParsedNumber {}

  /** No phone number of any country, or not only one. */
  record NotANumber() implements ParsedNumber {}

  /** A possible number, but not of the chosen country; or a country that does not exist. */
  record WrongCountry() implements ParsedNumber {}

  /** A valid number that cannot get an SMS, or costs whoever sends it: landline, premium rate … */
  record NotMobile() implements ParsedNumber {}

  /** Leads to an extension behind a switchboard, where no SMS arrives. */
  record HasExtension() implements ParsedNumber {}
}
