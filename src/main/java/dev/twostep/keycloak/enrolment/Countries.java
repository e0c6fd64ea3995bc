package dev.twostep.keycloak.enrolment;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The countries whose numbers are known, as a picker shows them. */
public final class Countries {

  /** One line of the picker; {@code region} is its ISO 3166 code. */
  public record Country(String region, String name, int callingCode) {}

  /** Realms have a few languages; whoever asks for more gets them uncached. */
  private static final int MOST_CACHED = 64;

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final Map<Locale, List<Country>> byLocale = new ConcurrentHashMap<>();

  /** Named and sorted as readers of this language expect it. */
  public List<Country> in(Locale locale) {
    List<Country> known = byLocale.get(locale);
    if (known != null) {
      return known;
    }
    List<Country> sorted = sorted(locale);
    if (byLocale.size() < MOST_CACHED) {
      byLocale.put(locale, sorted);
    }
    return sorted;
  }

  /** True if numbers of this region can be typed without a {@code +}. */
  public boolean has(String region) {
    return library.getSupportedRegions().contains(region);
  }

  private List<Country> sorted(Locale locale) {
    return library.getSupportedRegions().stream()
        .map(region -> country(region, locale))
        .sorted(
            Comparator.comparing(Country::name, Collator.getInstance(locale))
                .thenComparing(Country::region))
        .toList();
  }

  private Country country(String region, Locale locale) {
    String name = new Locale("", region).getDisplayCountry(locale);
    return new Country(region, name, library.getCountryCodeForRegion(region));
  }
}
