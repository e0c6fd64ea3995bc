package dev.twostep.domain.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.fixture.AbuseCase;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OnlyOfficeTest {

  @Test
  @DisplayName("G15 the owner's last factor is the one that leaves the office alone")
  @AbuseCase("G15")
  void theLastOwnFactorLeavesTheOffice() {
    assertThat(isLeft(FactorKind.TOTP, FactorKind.OFFICE)).isTrue();
    assertThat(isLeft(FactorKind.SMS, FactorKind.OFFICE, FactorKind.EMAIL)).isTrue();
    assertThat(isLeft(FactorKind.PASSKEY, FactorKind.OFFICE, FactorKind.RECOVERY_CODES)).isTrue();
  }

  @Test
  void anythingElseDoesNot() {
    assertThat(isLeft(FactorKind.TOTP, FactorKind.OFFICE, FactorKind.SMS)).isFalse();
    assertThat(isLeft(FactorKind.TOTP, FactorKind.OFFICE, FactorKind.TOTP)).isFalse();
    assertThat(isLeft(FactorKind.TOTP)).isFalse();
    assertThat(isLeft(FactorKind.TOTP, FactorKind.PASS)).isFalse();
    assertThat(isLeft(FactorKind.RECOVERY_CODES, FactorKind.OFFICE)).isFalse();
    assertThat(isLeft(FactorKind.OFFICE)).isFalse();
  }

  private static boolean isLeft(FactorKind removed, FactorKind... left) {
    return OnlyOffice.isLeft(removed, List.of(left));
  }
}
