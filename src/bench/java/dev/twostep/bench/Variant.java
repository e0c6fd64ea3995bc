package dev.twostep.bench;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One kind of login; each has a realm of its own on the one server. */
enum Variant {
  PASSWORD("Password only", ""),
  SECOND_FORM("A second form that proves nothing more", ""),
  KEYCLOAK_OTP("Keycloak’s own OTP form", ""),
  TWOSTEP_OFF("Twostep, policy off", "off"),
  TWOSTEP_TOTP("Twostep, authenticator app", "totp"),
  TWOSTEP_SMS("Twostep, SMS", "sms"),
  TWOSTEP_EMAIL("Twostep, e-mail", "email"),
  TWOSTEP_DEVICE("Twostep, trusted device", "totp");

  private final String label;
  private final String asked;

  /** {@code asked}: the factor that policy requires, {@code off}, or nothing without Twostep. */
  Variant(String label, String asked) {
    this.label = label;
    this.asked = asked;
  }

  String label() {
    return label;
  }

  boolean hasTwostep() {
    return !asked.isEmpty();
  }

  /** The realm's layer of the policy. */
  Map<String, String> policy() {
    if (!hasTwostep()) {
      return Map.of();
    }
    if (asked.equals("off")) {
      return Map.of("twostep.requirement", "off");
    }
    Map<String, String> policy = new HashMap<>(required(asked));
    if (this == TWOSTEP_DEVICE) {
      policy.put("twostep.occasion", "once-per-device");
    }
    return policy;
  }

  String realm() {
    return "bench-" + word();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean hasApp() {
    return this == KEYCLOAK_OTP || this == TWOSTEP_TOTP || this == TWOSTEP_DEVICE;
  }

  private static Map<String, String> required(String factor) {
    return Map.of(
        "twostep.requirement",
        "required",
        "twostep.factors",
        factor,
        "twostep.first",
        factor,
        "twostep.fallback",
        "none");
  }
}
