package dev.twostep.keycloak.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.keycloak.enrolment.Countries.Country;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountriesTest {

  private final Countries countries = new Countries();

  @Test
  void countriesAreNamedInTheReadersLanguage() {
    assertThat(countries.in(Locale.GERMAN)).contains(new Country("NL", "Niederlande", 31));
    assertThat(countries.in(Locale.ENGLISH)).contains(new Country("DE", "Germany", 49));
    assertThat(countries.in(Locale.forLanguageTag("nl")))
        .contains(new Country("DE", "Duitsland", 49));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "nl", "en", "sv", "ja", "und"})
  void countriesAreSortedAsTheLanguageSorts(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    List<String> names = countries.in(locale).stream().map(Country::name).toList();

    assertThat(names).hasSizeGreaterThan(200).isSortedAccordingTo(Collator.getInstance(locale));
  }

  @Test
  void austriaIsNotBehindZypern() {
    List<String> names = countries.in(Locale.GERMAN).stream().map(Country::name).toList();

    assertThat(names.indexOf("Österreich")).isLessThan(names.indexOf("Zypern"));
  }

  @Test
  void aListIsMadeOncePerLanguage() {
    assertThat(countries.in(Locale.GERMAN)).isSameAs(countries.in(Locale.GERMAN));
  }

  @Test
  void onlyKnownRegionsAreThere() {
    assertThat(countries.has("DE")).isTrue();
    assertThat(countries.has("XX")).isFalse();
    assertThat(countries.has("001")).isFalse();
  }
}
