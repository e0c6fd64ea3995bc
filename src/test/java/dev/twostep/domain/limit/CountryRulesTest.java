package dev.twostep.domain.limit;

import static dev.twostep.domain.limit.CountryRules.Rule.ALLOW;
import static dev.twostep.domain.limit.CountryRules.Rule.DISABLE;
import static dev.twostep.domain.limit.CountryRules.Rule.MONITOR;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountryRulesTest {

  @Test
  void eachCountryHasItsRule() {
    CountryRules rules = CountryRules.parse("DE, at ,NL=monitor,*=disable").orElseThrow();

    assertThat(rules.of("DE")).isEqualTo(ALLOW);
    assertThat(rules.of("AT")).isEqualTo(ALLOW);
    assertThat(rules.of("NL")).isEqualTo(MONITOR);
    assertThat(rules.of("US")).isEqualTo(DISABLE);
    assertThat(rules.of("")).isEqualTo(DISABLE);
  }

  @Test
  void aListOfCountriesMeansTheseOnlyAndAListOfExceptionsAllOthers() {
    assertThat(CountryRules.parse("DE,AT").orElseThrow().of("US")).isEqualTo(DISABLE);
    assertThat(CountryRules.parse("RU=disable").orElseThrow().of("US")).isEqualTo(ALLOW);
    assertThat(CountryRules.parse("NL=monitor").orElseThrow().of("US")).isEqualTo(ALLOW);
    assertThat(CountryRules.parse("*=monitor").orElseThrow().of("US")).isEqualTo(MONITOR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "DE;AT", "Germany", "DE=yes", "DE,,AT", "DE,DE=disable", "=allow"})
  void refusesWhatNobodyCanFollow(String text) {
    assertThat(CountryRules.parse(text)).isEmpty();
  }
}
