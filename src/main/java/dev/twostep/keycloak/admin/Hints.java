package dev.twostep.keycloak.admin;

import dev.twostep.domain.policy.Layer;
import java.util.Map;

/** The JSON field of each stored attribute, and what may be put there. */
final class Hints {

  private static final Map<String, String> FIELDS =
      Map.of(
          Layer.REQUIREMENT, "requirement",
          Layer.FACTORS, "factors",
          Layer.FIRST, "first",
          Layer.FALLBACK, "fallback",
          Layer.GRACE_UNTIL, "grace.until",
          Layer.GRACE_SKIPS, "grace.skips",
          Layer.TRUST_DAYS, "trust.days",
          Layer.PASSCODE, "trust.passcode");

  private static final Map<String, String> HINTS =
      Map.of(
          Layer.REQUIREMENT, "use off, optional or required",
          Layer.FACTORS, "list at least one of sms, email, totp, passkey, office, recovery-codes",
          Layer.FIRST, "use sms, email or totp",
          Layer.FALLBACK, "use sms, email or none",
          Layer.GRACE_UNTIL, "use a date like 2026-12-31 or an instant like 2026-12-31T12:00:00Z",
          Layer.GRACE_SKIPS, "use a number from 0 to 10",
          Layer.TRUST_DAYS, "use a number from 0 to 30; with 0 no device is trusted",
          Layer.PASSCODE, "use off, optional, required or as-second-step");

  private Hints() {}

  static String field(String attribute) {
    return FIELDS.getOrDefault(attribute, attribute);
  }

  static String of(String attribute) {
    return HINTS.getOrDefault(attribute, "");
  }
}
