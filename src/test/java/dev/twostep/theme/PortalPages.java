package dev.twostep.theme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pages of portals: the list, one portal on its way to codes, and a phone with its photo. */
final class PortalPages {

  private static final String OWN = "/realms/acme/twostep/me/portals";

  private PortalPages() {}

  static List<Page> all() {
    return Stream.of(
            lists(),
            portals(),
            Stream.of("elsewhere", "expired", "spent", "over", "unknown", "")
                .map(PortalPages::photoEnd),
            Stream.of(
                Page.of("photo-start", "twostep-photo-start.ftl", Map.of("token", "form-token")),
                photo("photo"),
                photo("photo-said").with("message", "twostepPortalSaid-picture-too-blurred")))
        .flatMap(pages -> pages)
        .toList();
  }

  private static Stream<Page> lists() {
    return Stream.of(
        list("portals", "GitHub", ""),
        list("portals-search", "GitHub", "pay"),
        list("portals-hostile", Page.HOSTILE, Page.HOSTILE),
        list("portals-said", "GitHub", "").with("message", "twostepPortalSaid-removed"),
        wrong("portals-wrong-row", "listed"),
        wrong("portals-wrong-new", "new"),
        Page.of("portals-none", "twostep-portals.ftl", listed(List.of(), "")));
  }

  private static Stream<Page> portals() {
    Map<String, Object> chosen = Map.of("path", "active");
    Map<String, Object> proof = Map.of("state", "ready", "lost", false, "label", "GitHub:anna");
    return Stream.of(
        portal("portal", Map.of()),
        portal("portal-replace", Map.of("hasKey", true)),
        portal("portal-read", Map.of("fresh", false)),
        portal("portal-no-factor", Map.of("possible", false, "fresh", false)),
        portal("portal-active", chosen),
        portal("portal-number", with(chosen, "number", Page.HOSTILE)),
        portal("portal-activate", Map.of("path", "activate", "variant", "monthly", "phone", "")),
        portal("portal-sent", Map.of("state", "sent", "words", "")),
        portal("portal-started", Map.of("state", "started")),
        portal("portal-flaw", Map.of("state", "started", "flaw", "picture-too-blurred")),
        portal("portal-taken", Map.of("state", "taken")),
        portal("portal-prove", Map.of("state", "ready", "path", "active", "lost", false)),
        portal("portal-running", with(proof, "path", "activate")),
        portal("portal-lost", Map.of("state", "ready", "lost", true)),
        portal("portal-hostile", with(with(proof, "path", "active"), "portal", Page.HOSTILE)));
  }

  private static Page list(String page, String name, String search) {
    List<Map<String, Object>> rows =
        Stream.of("listed", "active", "paused", "refused").map(state -> row(name, state)).toList();
    return Page.of(page, "twostep-portals.ftl", listed(rows, search));
  }

  /** A name that is taken, in a row and for a new one. */
  private static Page wrong(String page, String where) {
    List<Map<String, Object>> rows = List.of(row("GitHub", "listed"));
    Map<String, Object> typed = Page.plus(listed(rows, ""), "wrong", where);
    return Page.of(page, "twostep-portals.ftl", Page.plus(typed, "typed", Page.HOSTILE))
        .with("message", "twostepPortalSaid-name-taken");
  }

  private static Map<String, Object> listed(List<Map<String, Object>> rows, String search) {
    return Map.of(
        "wrong",
        "",
        "token",
        "state-checker",
        "user",
        "anna",
        "portals",
        rows,
        "search",
        search,
        "known",
        List.of(Map.of("key", "paypal", "name", "PayPal", "host", "www.paypal.com")),
        "longest",
        60,
        "own",
        OWN,
        "me",
        "/realms/acme/twostep/me");
  }

  private static Map<String, Object> row(String name, String state) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", state);
    row.put("name", name);
    row.put("host", state.equals("paused") ? "" : "github.com");
    row.put("state", state);
    row.put("canPause", state.equals("active"));
    row.put("canResume", state.equals("paused") || state.equals("refused"));
    row.put("hasKey", !state.equals("listed"));
    row.put("flagged", state.equals("active"));
    row.put("handed", state.equals("active") ? "3 May 2026, 02:10 UTC" : "");
    row.put("job", state.equals("active") ? name : "");
    row.put("robot", state.equals("active") ? name : "");
    row.put("since", "2 May 2026");
    row.put("link", OWN + "/" + state);
    return row;
  }

  private static Page portal(String page, Map<String, Object> changes) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("token", "state-checker");
    shown.put("portal", "GitHub");
    shown.put("host", "github.com");
    shown.put("variant", "");
    shown.put("hasKey", false);
    shown.put("fresh", true);
    shown.put("possible", true);
    shown.put("confirm", "/auth?kc_action=twostep-confirm");
    shown.put("own", OWN + "/1");
    shown.put("all", OWN);
    shown.put("me", "/realms/acme/twostep/me");
    shown.put("state", "none");
    shown.put("path", "");
    shown.put("phone", "•••• 12");
    shown.put("minutes", 4L);
    shown.put("number", "");
    shown.put("words", "Tiger Piano");
    shown.put("intake", "intake-1");
    shown.put("flaw", "");
    shown.put("label", "");
    shown.put("code", "123456");
    shown.put("seconds", 17L);
    shown.putAll(changes);
    return Page.of(page, "twostep-portal.ftl", shown);
  }

  private static Page photo(String page) {
    return Page.of(page, "twostep-photo.ftl", Map.of("words", "Tiger Piano", "left", 9));
  }

  private static Page photoEnd(String reason) {
    return Page.of(
        "photo-end-" + reason,
        "twostep-photo-end.ftl",
        Map.of("reason", reason, "words", "Tiger Piano"));
  }

  private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
    return Page.plus(map, key, value);
  }
}
