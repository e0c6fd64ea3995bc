package dev.twostep.keycloak.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.contact.PhoneNumber;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberingTest {

  private final Numbering numbering = new Numbering();

  @ParameterizedTest
  @CsvSource({
    "+4915112345678,DE",
    "+12015550123,US",
    "+14165550123,CA",
    "+18765550123,JM",
    "+447400123456,GB",
    "+447797712345,JE",
    "+393123456789,IT",
    "+77710009998,KZ",
    "+79123456789,RU",
    "+881612345678,001",
    "+9991234567,''"
  })
  @DisplayName("countries that share a calling code are told apart")
  void countries(String number, String country) {
    assertThat(numbering.countryOf(PhoneNumber.ofE164(number))).isEqualTo(country);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+499001234567", // premium rate
        "+4930123456", // fixed line
        "+498001234567", // toll free
        "+491801234567", // shared cost
        "+19002345678", // premium rate
        "+443069990000", // one number for many places
        "+445612345678", // VoIP
        "+447012345678", // personal number
        "+881612345678", // satellite
        "+882161234567", // an international network
        "+9991234567" // no country
      })
  @DisplayName("a number that costs extra or gets no texts is none, also if it was imported")
  void noTexts(String number) {
    assertThat(numbering.getsTexts(PhoneNumber.ofE164(number))).as(number).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+4915112345678", "+12015550123", "+447400123456", "+393123456789"})
  @DisplayName("mobile numbers get texts, and those that may be mobile")
  void texts(String number) {
    assertThat(numbering.getsTexts(PhoneNumber.ofE164(number))).as(number).isTrue();
  }
}
