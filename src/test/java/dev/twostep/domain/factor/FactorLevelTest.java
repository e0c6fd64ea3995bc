package dev.twostep.domain.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FactorLevelTest {

  @Test
  void emailIsTheLowestAndPasskeysAreTheHighest() {
    assertThat(
            Arrays.asList(
                FactorLevel.reachedBy(FactorKind.EMAIL),
                FactorLevel.reachedBy(FactorKind.SMS),
                FactorLevel.reachedBy(FactorKind.TOTP),
                FactorLevel.reachedBy(FactorKind.PASSKEY)))
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(level -> level > FactorLevel.PASSWORD);
  }

  @Test
  void recoveryCodesAreWorthWhatTheyReplace() {
    assertThat(FactorLevel.reachedBy(FactorKind.RECOVERY_CODES))
        .isEqualTo(FactorLevel.reachedBy(FactorKind.TOTP));
  }

  /** Stored in customers' realms and read by their applications. */
  @Test
  void namesAndNumbersStay() {
    assertThat(FactorLevel.EMAIL).isEqualTo(new FactorLevel(2, "email", "email"));
    assertThat(FactorLevel.SMS).isEqualTo(new FactorLevel(3, "sms", "sms"));
    assertThat(FactorLevel.OTP).isEqualTo(new FactorLevel(4, "otp", "otp"));
    assertThat(FactorLevel.PASSKEY).isEqualTo(new FactorLevel(5, "passkey", "hwk"));
  }
}
