package dev.twostep.theme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pages on which an employee sets up a device of an office. */
final class InvitePages {

  private InvitePages() {}

  static List<Page> all() {
    return Stream.concat(
            Stream.of(
                start("invite-start", false, "Kanzlei Huber"),
                start("invite-start-shared", true, "Kanzlei Huber"),
                start("invite-start-hostile", false, Page.HOSTILE),
                scan("invite-scan", false, "Kanzlei Huber"),
                scan("invite-scan-hostile", false, Page.HOSTILE),
                scan("invite-scan-wrong", false, "Kanzlei Huber")
                    .wrong("code", "twostepAppCodeWrong"),
                scan("invite-scan-replaced", false, "Kanzlei Huber")
                    .wrong("code", "twostepInviteReplaced"),
                scan("invite-scan-clock", true, "Kanzlei Huber")
                    .wrong("code", "twostepAppCodeWrong"),
                end("")),
            Stream.of(
                    "elsewhere",
                    "expired",
                    "spent",
                    "over",
                    "revoked",
                    "unknown",
                    "stranger",
                    "foreign")
                .map(InvitePages::end))
        .toList();
  }

  private static Page start(String name, boolean shared, String office) {
    return Page.of(name, "twostep-invite-start.ftl", basics(shared, office));
  }

  private static Page scan(String name, boolean clock, String office) {
    Map<String, Object> shown = basics(false, office);
    shown.put("clock", clock);
    shown.put("qr", "iVBORw0KGgo=");
    shown.put("uri", "otpauth://totp/Acme:anna?secret=ABCD&issuer=Acme");
    shown.put("secret", "ABCD EFGH");
    shown.put("issuer", "Acme");
    shown.put("account", office);
    shown.put("algorithm", "SHA1");
    shown.put("digits", 6);
    shown.put("period", 30);
    return Page.of(name, "twostep-invite-scan.ftl", shown);
  }

  private static Page end(String reason) {
    Map<String, Object> shown = basics(false, "Kanzlei Huber");
    shown.put("reason", reason);
    return Page.of("invite-end-" + reason, "twostep-invite-end.ftl", shown);
  }

  private static Map<String, Object> basics(boolean shared, String office) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("office", office);
    shown.put("device", "Annas Handy");
    shown.put("shared", shared);
    shown.put("token", "form-token");
    return shown;
  }
}
