package dev.twostep.domain.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeyUriTest {

  private static final String SECRET = "JBSWY3DPEHPK3PXPAA";

  @Test
  void namesTheEntryAndAllParameters() {
    assertThat(uri("Acme", "anna").uri())
        .isEqualTo(
            "otpauth://totp/Acme:anna?secret="
                + SECRET
                + "&issuer=Acme&algorithm=SHA256&digits=8&period=60");
  }

  @Test
  void escapesWhatWouldChangeItsMeaning() {
    assertThat(uri("A: B & Söhne?", "x:y@z +1/%").uri())
        .startsWith("otpauth://totp/A%20%20B%20%26%20S%C3%B6hne%3F:x%3Ay%40z%20%2B1%2F%25?")
        .contains("&issuer=A%20%20B%20%26%20S%C3%B6hne%3F&");
  }

  @Test
  void groupsTheSecretByFour() {
    assertThat(uri("Acme", "anna").groupedSecret()).isEqualTo("JBSW Y3DP EHPK 3PXP AA");
  }

  @Test
  void neverPrintsTheSecret() {
    assertThat(uri("Acme", "anna")).asString().doesNotContain(SECRET);
  }

  private static KeyUri uri(String issuer, String account) {
    return new KeyUri(
        new KeyUri.Entry(issuer, account), SECRET, "HmacSHA256", 8, Duration.ofSeconds(60));
  }
}
