package dev.twostep.theme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The states of the pages that bind an authenticator app. */
final class AppPages {

  private AppPages() {}

  static List<Page> all() {
    return List.of(
        start("sms"),
        start("email").with("isAppInitiatedAction", true),
        start("none"),
        scan("app-scan", Map.of()),
        scan("app-scan-hostile", Map.of("issuer", Page.HOSTILE, "account", Page.HOSTILE)),
        codes("app-codes", Map.of()),
        codes("app-codes-sending", Map.of("delivery", "sending", "resendInSeconds", 30)),
        codes("app-codes-hostile", Map.of("label", Page.HOSTILE)),
        codes("app-codes-wrong", Map.of("waitSeconds", 4)).wrong("code", "twostepAppWrong"),
        codes("app-codes-clock", Map.of("clock", true)).wrong("app", "twostepAppCodeWrong"),
        codes("app-codes-alone", Map.of("kind", "totp", "confirmed", false, "resend", false)),
        bound("app-bound", false),
        bound("app-bound-recovery", true));
  }

  private static Page start(String confirm) {
    return Page.of(
        "app-start-" + confirm,
        "twostep-app-start.ftl",
        Map.of("confirm", confirm, "others", true, "postpone", true, "skipsLeft", 2));
  }

  private static Page scan(String name, Map<String, Object> changes) {
    return page(
        name,
        "twostep-app-scan.ftl",
        Map.of(
            "qr", "iVBORw0KGgo=",
            "uri", "otpauth://totp/Acme:anna?secret=ABCD&issuer=Acme",
            "secret", "ABCD EFGH",
            "issuer", "Acme",
            "account", "anna",
            "algorithm", "SHA256",
            "digits", 8,
            "period", 60,
            "others", true),
        changes);
  }

  private static Page codes(String name, Map<String, Object> changes) {
    Map<String, Object> shown = new HashMap<>(CodePages.sms());
    shown.put("confirmed", true);
    shown.put("label", "");
    shown.put("clock", false);
    return page(name, "twostep-app-codes.ftl", shown, changes);
  }

  private static Page bound(String name, boolean recovery) {
    return Page.of(name, "twostep-app-bound.ftl", Map.of("recovery", recovery));
  }

  private static Page page(
      String name, String template, Map<String, Object> shown, Map<String, Object> changes) {
    Map<String, Object> all = new HashMap<>(shown);
    all.putAll(changes);
    return Page.of(name, template, all);
  }
}
