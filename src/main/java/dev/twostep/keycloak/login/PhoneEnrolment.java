package dev.twostep.keycloak.login;

import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.contact.ParsedNumber;
import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Barring;
import dev.twostep.domain.limit.CountryRules.Rule;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.enrolment.Countries;
import dev.twostep.keycloak.enrolment.HomeCountry;
import dev.twostep.keycloak.enrolment.NumberErrors;
import dev.twostep.keycloak.enrolment.PhoneNumbers;
import dev.twostep.keycloak.limit.LimitSettings;
import dev.twostep.keycloak.limit.Passages;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.utils.FormMessage;

/** Asks for a phone number in the login and stores it when its code was right. */
final class PhoneEnrolment implements ContactEnrolment {

  private static final String TEMPLATE = "twostep-phone.ftl";
  private static final Countries COUNTRIES = new Countries();
  private static final PhoneNumbers NUMBERS = new PhoneNumbers();

  private final Exchange exchange;
  private final Map<String, Object> basics;
  private final Pages pages;

  PhoneEnrolment(Exchange exchange, Map<String, Object> basics) {
    this.exchange = exchange;
    this.basics = basics;
    this.pages = new Pages(exchange);
  }

  @Override
  public Turn turn(Step.Kind at, boolean answered) {
    Optional<PhoneNumber> pending = exchange.notes().contact().map(PhoneNumber::ofE164);
    if (at == Step.Kind.CONFIRM && pending.isPresent()) {
      return confirm(pending.get(), answered);
    }
    return answered ? take() : new Turn.Show(pages.show(TEMPLATE, shown("", "")));
  }

  private Turn take() {
    String country = exchange.field("country");
    String typed = exchange.field("number");
    ParsedNumber parsed = NUMBERS.parse(country, typed);
    if (!(parsed instanceof ParsedNumber.Mobile mobile)) {
      FormMessage error = Pages.message("number", NumberErrors.key(parsed));
      return new Turn.Show(pages.error(TEMPLATE, shown(country, typed), error));
    }
    if (passages().refusal(mobile.number()).filter(Barring.COUNTRY::equals).isPresent()) {
      new Audit(exchange).barred(Barring.COUNTRY);
      return again(country, typed, "twostepNumberCountry");
    }
    if (new SharedNumber(exchange, mobile.number()).isOnTooManyAccounts()) {
      return again(country, typed, "twostepNumberShared");
    }
    exchange.notes().contact(mobile.number().e164());
    exchange.notes().step(new Step(Step.Kind.CONFIRM, FactorKind.SMS));
    MessageTurns code = code(mobile.number());
    Turn turn = code.ask();
    if (code.barring().isPresent()) {
      return again(country, typed, "twostepNumberBarred");
    }
    return code.isOverTheNumbers() ? again(country, typed, "twostepNumberLimit") : turn;
  }

  private Turn again(String country, String typed, String why) {
    exchange.notes().step(new Step(Step.Kind.ENROL, FactorKind.SMS));
    exchange.notes().forgetChallenge();
    FormMessage error = Pages.message("number", why);
    return new Turn.Show(pages.error(TEMPLATE, shown(country, typed), error));
  }

  private Turn confirm(PhoneNumber pending, boolean answered) {
    if (!answered) {
      return code(pending).show();
    }
    if (exchange.field("twostepAction").equals("change")) {
      exchange.notes().step(new Step(Step.Kind.ENROL, FactorKind.SMS));
      return new Turn.Show(pages.show(TEMPLATE, shown("", "")));
    }
    MessageTurns code = code(pending);
    Turn turn = code.answer();
    if (code.barring().isPresent()) {
      return again("", "", "twostepNumberBarred");
    }
    if (code.isDead() || code.isOverTheNumbers()) {
      return again("", "", code.isDead() ? "twostepNumberDropped" : "twostepNumberLimit");
    }
    if (turn instanceof Turn.Done) {
      AccountFactors factors = new AccountFactors(exchange.realm(), exchange.user());
      Optional<String> former = factors.phone().map(PhoneNumber::e164);
      String stored = factors.store(pending, exchange.twostep().clock());
      new SharedNumber(exchange, pending).claim();
      new Enrolled(exchange).contact(FactorKind.SMS, stored, former);
    }
    return turn;
  }

  private MessageTurns code(PhoneNumber number) {
    boolean others = Boolean.TRUE.equals(basics.get("others"));
    return new MessageTurns(
        exchange,
        new MessageTurns.Ask(
            Purpose.ENROL_PHONE, FactorKind.SMS, number.e164(), number.masked(), others));
  }

  private Map<String, Object> shown(String country, String typed) {
    Locale locale = exchange.session().getContext().resolveLocale(exchange.user());
    Map<String, Object> shown = new HashMap<>(basics);
    shown.put(
        "countries",
        COUNTRIES.in(locale).stream().filter(this::isAllowed).map(PhoneEnrolment::shown).toList());
    shown.put("country", COUNTRIES.has(country) ? country : HomeCountry.of(exchange.realm()));
    shown.put("number", typed);
    return shown;
  }

  private boolean isAllowed(Countries.Country country) {
    return LimitSettings.COUNTRIES.of(exchange.realm()).of(country.region()) != Rule.DISABLE;
  }

  private Passages passages() {
    return new Passages(exchange.session(), exchange.realm());
  }

  /** As a map: Keycloak's FreeMarker knows no records. */
  private static Map<String, Object> shown(Countries.Country country) {
    return Map.of(
        "region", country.region(),
        "name", country.name(),
        "callingCode", country.callingCode());
  }
}
