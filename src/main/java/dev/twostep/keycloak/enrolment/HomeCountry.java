package dev.twostep.keycloak.enrolment;

import java.util.Locale;
import org.keycloak.models.RealmModel;

/** Where a realm's users are at home, as far as their phone numbers go. */
public final class HomeCountry {

  private static final Countries COUNTRIES = new Countries();

  private HomeCountry() {}

  /** The realm's own choice, else the country of its default language where that is one. */
  public static String of(RealmModel realm) {
    String set = realm.getAttribute("twostep.country");
    if (set != null && COUNTRIES.has(set)) {
      return set;
    }
    String language = realm.getDefaultLocale();
    String guess = language == null ? "" : language.toUpperCase(Locale.ROOT);
    return COUNTRIES.has(guess) ? guess : "DE";
  }
}
