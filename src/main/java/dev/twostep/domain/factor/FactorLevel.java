package dev.twostep.domain.factor;

import java.util.EnumMap;
import java.util.Map;

/**
 * How much a proven factor is worth: a level of authentication for {@code acr}, and the word of its
 * kind for {@code amr} (RFC 8176 where that has one).
 */
public record FactorLevel(int level, String acr, String amr) {

  /** The level of a password alone. */
  public static final int PASSWORD = 1;

  /** E-mail is the lowest: whoever reads the mailbox can often reset the password, too. */
  public static final FactorLevel EMAIL = new FactorLevel(2, "email", "email");

  public static final FactorLevel SMS = new FactorLevel(3, "sms", "sms");
  public static final FactorLevel OTP = new FactorLevel(4, "otp", "otp");
  public static final FactorLevel PASSKEY = new FactorLevel(5, "passkey", "hwk");

  private static final Map<FactorKind, FactorLevel> BY_KIND =
      new EnumMap<>(
          Map.of(
              FactorKind.EMAIL, EMAIL,
              FactorKind.SMS, SMS,
              FactorKind.TOTP, OTP,
              FactorKind.OFFICE, OTP,
              FactorKind.RECOVERY_CODES, OTP,
              FactorKind.PASSKEY, PASSKEY));

  /** The level that a login reaches by that factor; {@link #PASSWORD} if it lifts nothing. */
  public static int reachedBy(FactorKind kind) {
    FactorLevel level = BY_KIND.get(kind);
    return level == null ? PASSWORD : level.level();
  }
}
