package dev.twostep.keycloak.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyLengthTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "17", "65536", " 17 "})
  void whatAReceiptCanNeedIsRead(String header) {
    assertThat(BodyLength.of(header)).isEqualTo(BodyLength.SHORT);
    assertThat(BodyLength.of(header).refusal()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"65537", "52428800", "99999999999999999999", "-1", "", "0x10", "1 2"})
  @AbuseCase("B15")
  void B15nothingElseIs(String header) {
    assertThat(BodyLength.of(header).refusal()).isPresent();
  }

  @Test
  @AbuseCase("B15")
  void B15norWhatDoesNotSayItsLength() {
    assertThat(BodyLength.of(null)).isEqualTo(BodyLength.UNKNOWN);
  }
}
