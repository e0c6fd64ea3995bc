package dev.twostep.domain.office;

import dev.twostep.domain.factor.FactorKind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Whether an account that gives up a factor of its owner's is left to its office (G15). */
public final class OnlyOffice {

  /** What an owner sets up to log in with; an address or a list of codes stands behind these. */
  private static final Set<FactorKind> OWN =
      EnumSet.of(FactorKind.SMS, FactorKind.TOTP, FactorKind.PASSKEY);

  private OnlyOffice() {}

  /** Whether the owner's last one went, and an office's codes go on opening the account. */
  public static boolean isLeft(FactorKind removed, Collection<FactorKind> left) {
    return OWN.contains(removed)
        && left.contains(FactorKind.OFFICE)
        && left.stream().noneMatch(OWN::contains);
  }
}
