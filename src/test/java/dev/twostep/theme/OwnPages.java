package dev.twostep.theme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The states of the page of one's own factors, and of the page that turns two-step login off. */
final class OwnPages {

  private OwnPages() {}

  static List<Page> all() {
    return List.of(
        me("me-required", "required", factors("")),
        me("me-on", "on", factors("My phone")),
        me("me-off", "off", List.of()),
        me("me-idle", "idle", factors("")),
        me("me-said", "on", factors("")).with("message", "twostepMeSaid-renamed"),
        me("me-hostile", "required", factors(Page.HOSTILE)),
        withOffice("me-office", "Kanzlei Huber", true),
        withOffice("me-office-only", "Kanzlei Huber", false),
        withOffice("me-office-hostile", Page.HOSTILE, true),
        AppPasswordPages.me("me-app-passwords", me("", "on", factors("")), "Old phone"),
        AppPasswordPages.me("me-app-passwords-hostile", me("", "on", factors("")), Page.HOSTILE),
        Page.of("turn-off", "twostep-turn-off.ftl", Map.of("required", false))
            .with("isAppInitiatedAction", true),
        Page.of("turn-off-required", "twostep-turn-off.ftl", Map.of("required", true)));
  }

  @SuppressWarnings("unchecked")
  private static Page withOffice(String page, String office, boolean fresh) {
    List<Map<String, Object>> factors = List.of(stored("office", office, Map.of("replace", "")));
    Page me = me(page, "required", factors);
    Map<String, Object> shown = new HashMap<>((Map<String, Object>) me.model().get("twostep"));
    shown.put("offices", OfficePages.ofOwner(office, fresh));
    return Page.of(page, me.template(), shown);
  }

  private static Page me(String name, String state, List<Map<String, Object>> factors) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("token", "state-checker");
    shown.put("user", "anna");
    shown.put("state", state);
    shown.put("rule", "organization");
    shown.put("factors", factors);
    shown.put("add", List.of(Map.of("kind", "passkey", "link", "/auth?kc_action=x&y=1")));
    shown.put("turnOff", state.equals("on") ? "/auth?kc_action=twostep-turn-off" : "");
    shown.put("devices", devices(state, name.endsWith("hostile")));
    shown.put("least", 6);
    shown.put("longest", 40);
    shown.put("account", "/realms/acme/account");
    return Page.of(name, "twostep-me.ftl", shown);
  }

  private static List<Map<String, Object>> devices(String state, boolean hostile) {
    return state.equals("off")
        ? List.of()
        : List.of(
            DevicePages.device(hostile ? Page.HOSTILE : "Chrome on Windows", true),
            DevicePages.device("Firefox on Linux", false));
  }

  private static List<Map<String, Object>> factors(String name) {
    return List.of(
        stored("sms", name, Map.of("address", "•••• 12", "first", true)),
        stored("totp", name, Map.of("canBeFirst", true, "suspended", true)),
        stored("passkey", name, Map.of("passwordless", true, "replace", "")),
        stored("recovery-codes", "", Map.of("codesLeft", 1)),
        Map.of(
            "id",
            "",
            "kind",
            "email",
            "address",
            "a•••@x.test",
            "first",
            false,
            "canBeFirst",
            true));
  }

  private static Map<String, Object> stored(String kind, String name, Map<String, Object> more) {
    Map<String, Object> one = new HashMap<>();
    one.put("id", kind + "-id");
    one.put("kind", kind);
    one.put("name", name);
    one.put("address", "");
    one.put("first", false);
    one.put("canBeFirst", false);
    one.put("suspended", false);
    one.put("passwordless", false);
    one.put("created", "3 May 2026");
    one.put("used", "");
    one.put("codesLeft", -1);
    one.put("replace", "/auth?kc_action=x:1&y=1");
    one.put("remove", "/auth?kc_action=delete_credential:1&y=1");
    one.putAll(more);
    return one;
  }
}
