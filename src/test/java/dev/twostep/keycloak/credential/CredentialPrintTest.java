package dev.twostep.keycloak.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.credential.CredentialModel;

class CredentialPrintTest {

  private static final CredentialModel PASSWORD = credential("password", "1", 1000L);
  private static final CredentialModel PHONE = credential("twostep-phone", "2", 2000L);

  @Test
  void isTheSameInAnyOrder() {
    assertThat(print(PASSWORD, PHONE)).isEqualTo(print(PHONE, PASSWORD)).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"otp", "webauthn", "webauthn-passwordless", "recovery-authn-codes", "password"})
  void changesWithEachKindOfCredential(String type) {
    assertThat(print(PASSWORD, credential(type, "9", 1L))).isNotEqualTo(print(PASSWORD));
  }

  @Test
  void changesWithANewPasswordOfTheSameId() {
    assertThat(print(credential("password", "1", 1001L))).isNotEqualTo(print(PASSWORD));
  }

  @Test
  void changesWhenAFactorIsDisowned() {
    assertThat(CredentialPrint.of(Stream.of(PASSWORD, PHONE), Set.of("2")))
        .isNotEqualTo(print(PASSWORD, PHONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"twostep-device", "twostep-pass", "password-history"})
  void overlooksWhatOpensNothingByItself(String type) {
    assertThat(print(PASSWORD, credential(type, "9", 1L))).isEqualTo(print(PASSWORD));
  }

  @Test
  void overlooksNamesAndUse() {
    CredentialModel used = credential("twostep-phone", "2", 2000L);
    used.setUserLabel("another name");
    used.setCredentialData("{\"remaining\":3}");
    assertThat(print(PASSWORD, used)).isEqualTo(print(PASSWORD, PHONE));
  }

  private static String print(CredentialModel... stored) {
    return CredentialPrint.of(Stream.of(stored), Set.of());
  }

  private static CredentialModel credential(String type, String id, long created) {
    CredentialModel credential = new CredentialModel();
    credential.setType(type);
    credential.setId(id);
    credential.setCreatedDate(created);
    return credential;
  }
}
