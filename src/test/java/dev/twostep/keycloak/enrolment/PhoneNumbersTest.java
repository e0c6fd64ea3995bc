package dev.twostep.keycloak.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.contact.ParsedNumber;
import dev.twostep.domain.contact.ParsedNumber.HasExtension;
import dev.twostep.domain.contact.ParsedNumber.Missing;
import dev.twostep.domain.contact.ParsedNumber.Mobile;
import dev.twostep.domain.contact.ParsedNumber.NotANumber;
import dev.twostep.domain.contact.ParsedNumber.NotMobile;
import dev.twostep.domain.contact.ParsedNumber.WrongCountry;
import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.fixture.AbuseCase;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

  private static final PhoneNumber GERMAN = PhoneNumber.ofE164("+4915112345678");
  private static final PhoneNumbers NUMBERS = new PhoneNumbers();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "015112345678",
        "0151 1234 5678",
        "0151/12345678",
        "(0151) 123-456.78",
        "15112345678",
        "+4915112345678",
        "+49 151 12345678",
        "0049 151 12345678",
        "tel:+49-151-12345678",
        "TEL: 0151 12345678",
        "+49 (0) 151 12345678",
        "+49 (0)151 12345678",
        "0049 (0)151 12345678",
        // Full-width plus and digits, Arabic-Indic and extended digits.
        "\uff0b49 151 12345678",
        "\uff10\uff11\uff15\uff11 12345678",
        "\u0660\u0661\u0665\u0661\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
        "+\u06f4\u06f9 151 12345678",
        // What a copied contact brings along: bidi marks, zero width, no-break and thin spaces.
        "\u202a+49 151 12345678\u202c",
        "\u2066+49\u200f151\u200b12345678\u2069",
        "+49\u00a0151\u200912345678",
        "0151\u201112345678",
        "\ufeff015112345678\t"
      })
  @AbuseCase("B23")
  void B23everySpellingIsOneCanonicalNumber(String typed) {
    assertThat(NUMBERS.parse("DE", typed)).isEqualTo(new Mobile(GERMAN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0151 12345678;ext=5",
        "tel:+4915112345678;ext=5",
        "0151 12345678 ext. 5",
        "0151 12345678 x5",
        "0151 12345678#5",
        "0151 12345678,,5",
        "0151 12345678 Durchwahl 5"
      })
  @AbuseCase("B23")
  void B23anExtensionIsRefused(String typed) {
    assertThat(NUMBERS.parse("DE", typed)).isIn(new HasExtension(), new NotANumber());
  }

  @Test
  @AbuseCase("B23")
  void B23theUsualExtensionsAreCalledByName() {
    assertThat(NUMBERS.parse("DE", "0151 12345678;ext=5")).isInstanceOf(HasExtension.class);
    assertThat(NUMBERS.parse("US", "(201) 555-0123 x12")).isInstanceOf(HasExtension.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456789012345678901234567890",
        "+123456789012345678901234567890",
        "abc",
        "0151 FLOWERS",
        "my number is 015112345678",
        "015112345678 or 015187654321",
        "++4915112345678",
        "+49+15112345678",
        "0151<script>12345678",
        "+4915112345678;phone-context=evil.test",
        "+4915112345678;isub=1",
        "+4915112345678\u00bd",
        "0151①②345678",
        "1",
        "+",
        "+4900000000000"
      })
  @AbuseCase("B23")
  void B23whatIsNotExactlyOneNumberIsRefused(String typed) {
    assertThat(NUMBERS.parse("DE", typed)).isIn(new NotANumber(), new HasExtension());
  }

  @Test
  @AbuseCase("B23")
  void B23tenKilobytesAreRefusedUnread() {
    assertThat(NUMBERS.parse("DE", "0".repeat(10_000))).isEqualTo(new NotANumber());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u200b\u00a0", "\t\n", "()"})
  void nothingTypedIsMissing(String typed) {
    assertThat(NUMBERS.parse("DE", typed)).isEqualTo(new Missing());
  }

  @ParameterizedTest
  @CsvSource({
    "DE, +31 6 12345678, +31612345678",
    "NL, 0049 151 12345678, +4915112345678",
    // 011 is how the USA dial abroad; 00 works there, too, because a plus is meant.
    "US, 011 49 151 12345678, +4915112345678",
    "US, 0049 151 12345678, +4915112345678",
    // Not told apart from landlines by number.
    "US, (201) 555-0123, +12015550123",
    "IT, 312 345 6789, +393123456789",
    "XX, +49 151 12345678, +4915112345678",
    "nl, 06 12345678, +31612345678"
  })
  void aTypedPlusWinsOverThePicker(String region, String typed, String canonical) {
    assertThat(NUMBERS.parse(region, typed)).isEqualTo(new Mobile(PhoneNumber.ofE164(canonical)));
  }

  @ParameterizedTest
  @CsvSource({
    // A landline, premium rate, free phone, shared cost, a pager, VoIP, a service of no country.
    "DE, 030 123456",
    "DE, 0900 1 123456",
    "DE, 0800 1234567",
    "DE, 0180 5 012345",
    "DE, 016412345",
    "GB, 056 1234 5678",
    "DE, +800 1234 5678",
    "DE, +979 123 456 789"
  })
  void aNumberThatGetsNoSmsIsRefused(String region, String typed) {
    assertThat(NUMBERS.parse(region, typed)).isEqualTo(new NotMobile());
  }

  @ParameterizedTest
  @CsvSource({
    // A Dutch mobile number in the British picker; a country that does not exist.
    "GB, 0612345678",
    "XX, 015112345678",
    "'', 015112345678",
    "DE, +999 151 12345678",
    "DE, 000 151 12345678"
  })
  void aNumberOfAnotherCountryIsToldFromNonsense(String region, String typed) {
    assertThat(NUMBERS.parse(region, typed)).isEqualTo(new WrongCountry());
  }

  @Property(tries = 2000)
  @AbuseCase("B23")
  void B23theCanonicalFormParsesToItself(
      @ForAll("regions") String region, @ForAll("digits") String typed) {
    ParsedNumber parsed = NUMBERS.parse(region, typed);

    if (parsed instanceof Mobile mobile) {
      assertThat(NUMBERS.parse(region, mobile.number().e164())).isEqualTo(mobile);
      assertThat(NUMBERS.parse("US", mobile.number().e164())).isEqualTo(mobile);
    }
  }

  @Property(tries = 2000)
  @AbuseCase("B23")
  void B23nothingTypedIsAnException(@ForAll("regions") String region, @ForAll String typed) {
    assertThat(NUMBERS.parse(region, typed)).isNotNull();
  }

  @Provide
  Arbitrary<String> regions() {
    return Arbitraries.of("DE", "NL", "US", "GB", "IT", "FR", "BR", "MX", "AR", "SG", "XX", "");
  }

  @Provide
  Arbitrary<String> digits() {
    return Arbitraries.oneOf(
        Arbitraries.strings().numeric().ofMinLength(6).ofMaxLength(14),
        Arbitraries.strings()
            .numeric()
            .ofLength(8)
            .flatMap(
                tail ->
                    Arbitraries.of("0151", "+4917", "06", "+316", "201", "07", "+39 3")
                        .map(head -> head + tail)));
  }
}
