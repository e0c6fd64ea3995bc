package dev.twostep.theme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pages of an office's managers, and what the owner of an account sees of offices. */
final class OfficePages {

  private static final String OWN = "/realms/acme/twostep/offices/1";

  private OfficePages() {}

  static List<Page> all() {
    return List.of(
        office("office", "Annas Handy", Map.of()),
        office("office-read", "Annas Handy", Map.of("fresh", false)),
        office("office-said", "Annas Handy", Map.of())
            .with("message", "twostepOfficeSaid-no-label-taken"),
        office(
            "office-shared",
            "Annas Handy",
            Map.of("shared", true, "rekeyDue", true, "hasKey", true)),
        office("office-hostile", Page.HOSTILE, Map.of("office", Page.HOSTILE)),
        empty(),
        link("office-link", "Annas Handy"),
        link("office-link-hostile", Page.HOSTILE),
        list("offices", List.of(Map.of("name", "Kanzlei Huber", "link", OWN))),
        list("offices-hostile", List.of(Map.of("name", Page.HOSTILE, "link", OWN))),
        list("offices-none", List.of()));
  }

  /** What the page of one's own factors gets. */
  static Map<String, Object> ofOwner(String name, boolean fresh) {
    return Map.of(
        "member",
        name,
        "ownFactors",
        fresh,
        "offers",
        List.of(Map.of("id", "2", "office", name, "since", "3 May 2026")),
        "fresh",
        fresh,
        "confirm",
        "/auth?kc_action=twostep-confirm",
        "openings",
        List.of(use(name)),
        "managed",
        List.of(Map.of("name", name, "link", OWN)));
  }

  private static Page office(String page, String name, Map<String, Object> changes) {
    Map<String, Object> shown = basics();
    shown.put(
        "devices",
        List.of(device("1", "active", name, "gone"), device("2", "invited", name, "none")));
    shown.put("revoked", List.of(device("3", "revoked", name, "active")));
    shown.put(
        "accounts",
        List.of(
            Map.of("id", "u1", "user", "mueller", "customer", "4711", "since", "3 May 2026"),
            Map.of("id", "u2", "user", name, "customer", "", "since", "3 May 2026")));
    shown.put("accountCount", 10_000L);
    shown.put("accountPage", 1);
    shown.put("moreAccounts", true);
    shown.put(
        "offers", List.of(Map.of("id", "u3", "user", name, "customer", "", "since", "3 May 2026")));
    shown.put("log", List.of(use(name)));
    shown.put("moreLog", true);
    shown.putAll(changes);
    return Page.of(page, "twostep-office.ftl", shown);
  }

  private static Page empty() {
    return Page.of("office-empty", "twostep-office.ftl", basics());
  }

  private static Map<String, Object> basics() {
    Map<String, Object> shown = new HashMap<>();
    shown.put("office", "Kanzlei Huber");
    shown.put("own", OWN);
    shown.put("all", "/realms/acme/twostep/offices");
    shown.put("token", "state-checker");
    shown.put("fresh", true);
    shown.put("confirm", "/auth?kc_action=twostep-confirm&y=1");
    shown.put("longest", 40);
    shown.put("devices", List.of());
    shown.put("revoked", List.of());
    shown.put("shared", false);
    shown.put("rekeyDue", false);
    shown.put("hasKey", false);
    shown.put("endSessions", true);
    shown.put("accounts", List.of());
    shown.put("accountCount", 0L);
    shown.put("accountPage", 0);
    shown.put("moreAccounts", false);
    shown.put("search", "");
    shown.put("offers", List.of());
    shown.put("log", List.of());
    shown.put("logPage", 0);
    shown.put("moreLog", false);
    return shown;
  }

  private static Map<String, Object> device(String id, String state, String label, String owner) {
    Map<String, Object> one = new HashMap<>();
    one.put("id", id);
    one.put("state", state);
    one.put("label", label);
    one.put("owner", owner.equals("active") ? "anna" : "");
    one.put("ownerState", owner);
    one.put("created", "3 May 2026");
    one.put("enrolled", state.equals("active") ? "3 May 2026" : "");
    one.put("used", "");
    one.put("ended", state.equals("revoked") ? "4 May 2026" : "");
    one.put("linkUntil", state.equals("invited") ? "4 May 2026 at 12:00:00 UTC" : "");
    one.put("due", state.equals("active"));
    return one;
  }

  private static Map<String, Object> use(String name) {
    return Map.of(
        "at",
        "4 May 2026 at 12:00:00 UTC",
        "device",
        name,
        "user",
        "mueller",
        "client",
        "portal",
        "from",
        "192.0.2.0/24");
  }

  private static Page link(String page, String device) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("office", "Kanzlei Huber");
    shown.put("own", OWN);
    shown.put("all", "/realms/acme/twostep/offices");
    shown.put("device", device);
    shown.put("link", "https://login.test/realms/acme/twostep/enrol/1.secret");
    shown.put("until", "4 May 2026 at 12:00:00 UTC");
    return Page.of(page, "twostep-office-link.ftl", shown);
  }

  private static Page list(String page, List<Map<String, Object>> offices) {
    return Page.of(
        page,
        "twostep-offices.ftl",
        Map.of("user", "anna", "offices", offices, "me", "/realms/acme/twostep/me"));
  }
}
