package dev.twostep.demo;

import java.util.List;
import java.util.Map;

/** One of the demo's organizations: who belongs to it and how they log in. */
record DemoOrganization(
    String alias, String name, String rule, Map<String, Object> policy, List<String> users) {

  /** Belongs to two organizations: the stricter one decides. */
  static final String IN_TWO = "mia";

  /** Has an authenticator app already; the demo's page shows its code. */
  static final String WITH_APP = "greta";

  static List<DemoOrganization> all() {
    return List.of(
        new DemoOrganization(
            "accountants",
            "Accountants",
            "A code by SMS, always. Whoever has no number yet is asked for it.",
            policy("required", "sms", List.of("sms", "totp", "passkey", "recovery-codes")),
            List.of("anna", IN_TWO)),
        new DemoOrganization(
            "groupware",
            "Groupware",
            "An authenticator app first, an SMS as the other way.",
            policy("required", "totp", List.of("totp", "sms", "passkey", "recovery-codes")),
            List.of(WITH_APP, "gert")),
        new DemoOrganization(
            "cloudstore",
            "Cloud store",
            "Asked once whether they want a second step; their choice.",
            policy("optional", "sms", List.of("sms", "totp")),
            List.of("carla", "chris")),
        new DemoOrganization(
            "invoices",
            "Invoices",
            "A code by e-mail, always.",
            policy("required", "email", List.of("email", "totp")),
            List.of("ines", "ivo")),
        new DemoOrganization(
            "customers",
            "Customers of Ledger & Co.",
            "An office looks after these accounts: a code of any of its devices opens them.",
            policy("required", "totp", List.of("office", "totp", "recovery-codes")),
            DemoOffice.ACCOUNTS),
        new DemoOrganization(
            "freelancers",
            "Freelancers",
            "The password is enough.",
            policy("off", "sms", List.of("sms", "totp")),
            List.of("frank", IN_TWO)));
  }

  private static Map<String, Object> policy(
      String requirement, String first, List<String> factors) {
    return Map.of("requirement", requirement, "first", first, "factors", factors);
  }

  String domain() {
    return alias + ".test";
  }
}
