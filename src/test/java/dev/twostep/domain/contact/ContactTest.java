package dev.twostep.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.twostep.fixture.AbuseCase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "4915112345678",
        "+0491511234567",
        "+49 151 12345678",
        "+491511234567890123",
        "+49151123;ext=5",
        "＋4915112345678",
        "+٤٩١٥١١٢٣٤٥",
        "+4915112345678\n",
      })
  void onlyCanonicalE164IsANumber(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhoneNumber.ofE164(text))
        .withMessage("not a canonical E.164 number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "anna",
        "@example.org",
        "anna@",
        "anna@example.org\nBcc: eve@example.org",
        "anna@example.org\r\n",
        "an\u0000na@example.org",
      })
  void whatCouldSmuggleAHeaderIsNoAddress(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmailAddress.of(text))
        .withMessage("not an e-mail address");
  }

  @Test
  @DisplayName("J03 contacts print masked")
  @AbuseCase("J03")
  void contactsPrintMasked() {
    PhoneNumber number = PhoneNumber.ofE164("+4915112345678");
    EmailAddress address = EmailAddress.of("anna.doe@example.org");

    assertThat(number).hasToString("•••• 78");
    assertThat(new ParsedNumber.Mobile(number).toString()).doesNotContain("345");
    assertThat(address).hasToString("a•••@example.org");
    assertThat(EmailAddress.of("😀x@example.org").masked()).isEqualTo("😀•••@example.org");
  }

  @Test
  void equalContactsAreEqual() {
    assertThat(PhoneNumber.ofE164("+4915112345678"))
        .isEqualTo(PhoneNumber.ofE164("+4915112345678"))
        .hasSameHashCodeAs(PhoneNumber.ofE164("+4915112345678"))
        .isNotEqualTo(PhoneNumber.ofE164("+4915112345679"));
    assertThat(EmailAddress.of("a@example.org"))
        .isEqualTo(EmailAddress.of("a@example.org"))
        .hasSameHashCodeAs(EmailAddress.of("a@example.org"))
        .isNotEqualTo(EmailAddress.of("b@example.org"));
  }
}
