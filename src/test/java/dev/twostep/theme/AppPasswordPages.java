package dev.twostep.theme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The states of the pages on which an app password is made, shown and looked after. */
final class AppPasswordPages {

  private AppPasswordPages() {}

  static List<Page> all() {
    return List.of(
        form("app-password", "", List.of(application("calendar", "Calendar", true))),
        form("app-password-account", "", several("Calendar")).with("isAppInitiatedAction", true),
        form("app-password-name", "", several("Calendar")).wrong("name", "twostepMeSaid-name-long"),
        form("app-password-none", "Phone", several("Calendar"))
            .wrong("application", "twostepAppPasswordNoneChosen"),
        form("app-password-days", "Phone", several("Calendar"))
            .wrong("days", "twostepAppPasswordDaysWrong"),
        form("app-password-hostile", Page.HOSTILE, several(Page.HOSTILE)),
        made("app-password-made", "Phone", ""),
        made("app-password-made-until", "Phone", "31 December 2026, 12:00 UTC"),
        made("app-password-made-hostile", Page.HOSTILE, ""),
        Page.of("app-password-gone", "twostep-app-password-made.ftl", Map.of("password", "")));
  }

  private static Page form(String name, String typed, List<Map<String, Object>> applications) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("name", typed);
    shown.put("longest", 40);
    shown.put("days", List.of(30, 90, 365, 0));
    shown.put("chosen", "0");
    shown.put("applications", applications);
    return Page.of(name, "twostep-app-password.ftl", shown);
  }

  private static List<Map<String, Object>> several(String name) {
    return List.of(application("calendar", name, false), application("mail", "Mail", true));
  }

  private static Map<String, Object> application(String id, String name, boolean checked) {
    return Map.of("id", id, "name", name, "checked", checked);
  }

  private static Page made(String page, String name, String until) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("password", "ABCDE-FGHJK-MNPQR-STUVW-XYZ234");
    shown.put("name", name);
    shown.put("user", "anna");
    shown.put("applications", List.of("Calendar", "Mail"));
    shown.put("until", until);
    return Page.of(page, "twostep-app-password-made.ftl", shown);
  }

  /** The page of one's own factors, with app passwords of every state. */
  @SuppressWarnings("unchecked")
  static Page me(String page, Page own, String name) {
    List<Map<String, Object>> rows =
        List.of(row("live", name), row("expired", name), row("unused", name), row("dead", name));
    Map<String, Object> shown = new HashMap<>((Map<String, Object>) own.model().get("twostep"));
    shown.put("appPasswords", Map.of("rows", rows, "make", "/auth?kc_action=x&y=1"));
    return Page.of(page, "twostep-me.ftl", shown);
  }

  private static Map<String, Object> row(String state, String name) {
    boolean live = state.equals("live");
    Map<String, Object> row = new HashMap<>();
    row.put("id", state + "-id");
    row.put("name", name);
    row.put("applications", live ? List.of("Calendar", "Mail") : List.of());
    row.put("created", "3 May 2026");
    row.put("used", live ? "4 May 2026" : "");
    row.put("from", live ? "203.0.x.x" : "");
    row.put("expires", live ? "" : "3 June 2026");
    row.put("state", state);
    return row;
  }
}
