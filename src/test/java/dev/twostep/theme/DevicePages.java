package dev.twostep.theme;

import java.util.List;
import java.util.Map;

/** The states of the pages on which a device is trusted, and unlocked by its passcode. */
final class DevicePages {

  private DevicePages() {}

  static List<Page> all() {
    return List.of(
        trust("trust", "off"),
        trust("trust-optional", "optional"),
        trust("trust-required", "required"),
        trust("trust-common", "required").wrong("passcode", "twostepPasscodeFlaw-common"),
        trust("trust-different", "required").wrong("repeat", "twostepPasscodeFlaw-different"),
        Page.of("passcode", "twostep-passcode.ftl", Map.of()),
        Page.of("passcode-missing", "twostep-passcode.ftl", Map.of())
            .wrong("passcode", "twostepPasscodeFlaw-missing"));
  }

  private static Page trust(String name, String passcode) {
    return Page.of(
        name, "twostep-trust.ftl", Map.of("days", 30L, "passcode", passcode, "least", 6));
  }

  /** A device as the page of one's own factors shows it. */
  static Map<String, Object> device(String name, boolean here) {
    return Map.of(
        "id",
        "device-" + here,
        "name",
        name,
        "here",
        here,
        "passcode",
        here,
        "since",
        "3 May 2026",
        "used",
        "4 May 2026",
        "until",
        here ? "2 June 2026" : "");
  }
}
