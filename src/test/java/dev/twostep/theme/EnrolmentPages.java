package dev.twostep.theme;

import java.util.List;
import java.util.Map;

/** The states of the pages that set up a phone number or an e-mail address. */
final class EnrolmentPages {

  private EnrolmentPages() {}

  static List<Page> all() {
    return List.of(
        page("phone", phone("")),
        page("phone-required", phone("")).with("message", "twostepEnrolNeeded"),
        page("phone-wrong", phone("0171 12")).wrong("number", "twostepNumberInvalid"),
        page("phone-hostile", phone(Page.HOSTILE)).wrong("number", "twostepNumberInvalid"),
        page("phone-postpone", postponed("postponeUntil", "31 December 2026")),
        page("phone-skips", postponed("skipsLeft", 2)),
        page("phone-account", phone("")).with("isAppInitiatedAction", true),
        email("email-enrol", Map.of("destination", "a•••@example.org", "others", true)),
        email(
            "email-enrol-skips",
            Map.of(
                "destination", Page.HOSTILE, "others", false, "postpone", true, "skipsLeft", 1)));
  }

  private static Page page(String name, Map<String, Object> twostep) {
    return Page.of(name, "twostep-phone.ftl", twostep);
  }

  private static Page email(String name, Map<String, Object> twostep) {
    return Page.of(name, "twostep-email-enrol.ftl", twostep);
  }

  private static Map<String, Object> postponed(String attribute, Object value) {
    return Page.plus(Page.plus(phone(""), "postpone", true), attribute, value);
  }

  private static Map<String, Object> phone(String number) {
    return Map.of(
        "countries",
        List.of(
            country("AT", "Austria", 43),
            country("DE", "Germany", 49),
            country("NL", "Netherlands", 31)),
        "country",
        "DE",
        "number",
        number,
        "others",
        true,
        "postpone",
        false);
  }

  private static Map<String, Object> country(String region, String name, int callingCode) {
    return Map.of("region", region, "name", name, "callingCode", callingCode);
  }
}
