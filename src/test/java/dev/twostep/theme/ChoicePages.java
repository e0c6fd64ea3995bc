package dev.twostep.theme;

import java.util.List;
import java.util.Map;

/** The states of the pages on which one picks a way: choose, offer and passkey. */
final class ChoicePages {

  private static final List<String> KINDS =
      List.of("sms", "email", "totp", "passkey", "office", "recovery-codes", "pass");

  private ChoicePages() {}

  static List<Page> all() {
    return List.of(
        choose("login", "•••• 12"),
        choose("enrol", ""),
        choose("hostile", Page.HOSTILE),
        Page.of("offer", "twostep-offer.ftl", Map.of("factor", "sms")),
        passkey("passkey", true),
        passkey("passkey-only", false));
  }

  private static Page choose(String purpose, String hint) {
    List<Map<String, String>> options =
        KINDS.stream()
            .map(kind -> Map.of("kind", kind, "hint", kind.equals("sms") ? hint : ""))
            .toList();
    return Page.of(
        "choose-" + purpose,
        "twostep-choose.ftl",
        Map.of("options", options, "purpose", purpose.equals("enrol") ? "enrol" : "login"));
  }

  private static Page passkey(String name, boolean others) {
    Map<String, Object> keys =
        Map.of(
            "authenticators",
            List.of(Map.of("credentialId", "AAEC"), Map.of("credentialId", "AwQF")));
    return Page.of(name, "twostep-passkey.ftl", Map.of("others", others))
        .with("authenticators", keys)
        .with("isUserIdentified", "true")
        .with("challenge", "q83vEg")
        .with("userVerification", "not specified")
        .with("rpId", "</script>\"")
        .with("createTimeout", 60);
  }
}
