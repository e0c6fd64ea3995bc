package dev.twostep.theme;

import java.util.List;
import java.util.Map;

/** The states of the page that asks for a code. */
final class CodePages {

  private CodePages() {}

  static List<Page> all() {
    return List.of(
        page("code-sms", sms()),
        page("code-sms-sending", sending()),
        page("code-sms-wrong", Page.plus(sms(), "waitSeconds", 4))
            .wrong("code", "twostepCodeWrongWait"),
        page("code-sms-failed", Page.plus(sms(), "delivery", "failed")),
        page("code-sms-busy", Page.plus(sms(), "delivery", "busy")),
        page("code-sms-delivered", Page.plus(sms(), "delivery", "delivered")),
        page("code-sms-undelivered", Page.plus(sms(), "delivery", "undelivered")),
        page("code-sms-undelivered-only", Page.plus(undelivered(), "others", false)),
        page("code-sms-moved", moved()),
        page("code-sms-notice", sms()).with("message", "twostepCodeDead"),
        page("code-sms-no-text", sms()).with("message", ""),
        page("code-sms-hostile", Page.plus(sms(), "destination", Page.HOSTILE)),
        page("code-sms-enrol", enrol("sms")),
        page("code-sms-account", enrol("sms")).with("isAppInitiatedAction", true),
        page("code-email", email("login")),
        page("code-email-instead", Page.plus(email("login"), "instead", true)),
        page("code-email-enrol", enrol("email")),
        page("code-totp", app("totp")),
        page("code-totp-wrong", app("totp")).wrong("code", "twostepCodeWrong"),
        page("code-office", app("office")),
        page("code-office-taken", app("office")).wrong("code", "twostepOfficeTaken"),
        page("code-office-detached", app("office")).wrong("code", "twostepOfficeDetached"),
        page("code-pass", app("pass")),
        page("code-pass-spent", app("pass")).wrong("code", "twostepPassSpent"),
        page("code-recovery", app("recovery-codes")),
        page("code-recovery-number", Page.plus(app("recovery-codes"), "codeNumber", 3)));
  }

  private static Page page(String name, Map<String, Object> twostep) {
    return Page.of(name, "twostep-code.ftl", twostep);
  }

  static Map<String, Object> sms() {
    return Map.ofEntries(
        Map.entry("kind", "sms"),
        Map.entry("destination", "•••• 12"),
        Map.entry("purpose", "login"),
        Map.entry("delivery", "sent"),
        Map.entry("deliveryUrl", ""),
        Map.entry("fallback", ""),
        Map.entry("resend", true),
        Map.entry("resendInSeconds", 0),
        Map.entry("waitSeconds", 0),
        Map.entry("minutes", 5),
        Map.entry("others", true),
        Map.entry("canChangeContact", false));
  }

  private static Map<String, Object> undelivered() {
    return Page.plus(sms(), "delivery", "undelivered");
  }

  private static Map<String, Object> moved() {
    Map<String, Object> moved = Page.plus(sms(), "delivery", "moved");
    moved.put("deliveryUrl", "/realms/acme/twostep/delivery/1");
    moved.put("fallback", "a•••@example.org");
    return moved;
  }

  private static Map<String, Object> sending() {
    Map<String, Object> sending = Page.plus(sms(), "delivery", "sending");
    sending.put("deliveryUrl", "/realms/acme/twostep/delivery?id=1&x=2");
    sending.put("resendInSeconds", 30);
    return sending;
  }

  private static Map<String, Object> email(String purpose) {
    Map<String, Object> email = Page.plus(sms(), "kind", "email");
    email.put("destination", "a•••@example.org");
    email.put("purpose", purpose);
    return email;
  }

  private static Map<String, Object> enrol(String kind) {
    Map<String, Object> enrol =
        kind.equals("sms") ? Page.plus(sms(), "purpose", "enrol") : email("enrol");
    enrol.put("canChangeContact", kind.equals("sms"));
    return enrol;
  }

  private static Map<String, Object> app(String kind) {
    Map<String, Object> app = Page.plus(sms(), "kind", kind);
    app.put("destination", "");
    app.put("delivery", "none");
    app.put("resend", false);
    return app;
  }
}
