package dev.twostep.keycloak.page;

import dev.twostep.domain.device.PasscodeVerdict;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the page says after something was done; {@link #word()} travels in its address. */
enum Said {
  DONE("done", true),
  REMOVED("removed", true),
  RENAMED("renamed", true),
  FIRST("first", true),
  APP_MADE("app-made", true),
  APP_REVOKED("app-revoked", true),
  TURNED_ON("on", true),
  TURNED_OFF("off", true),
  CANCELLED("cancelled", true),
  FORGOTTEN("forgotten", true),
  ALL_FORGOTTEN("all-forgotten", true),
  PASSCODE("passcode", true),
  PASSCODE_WRONG("passcode-wrong", false),
  PASSCODE_DROPPED("passcode-dropped", false),
  PASSCODE_MISSING("passcode-missing", false),
  PASSCODE_SHORT("passcode-short", false),
  PASSCODE_LONG("passcode-long", false),
  PASSCODE_CHARACTERS("passcode-characters", false),
  PASSCODE_COMMON("passcode-common", false),
  PASSCODE_PERSONAL("passcode-personal", false),
  PASSCODE_DIFFERENT("passcode-different", false),
  CONFIRMED("confirmed", true),
  OFFICE_JOINED("office-joined", true),
  OFFICE_DECLINED("office-declined", true),
  OFFICE_OTHER("office-other", false),
  OFFICE_REFUSED("office-refused", false),
  FAILED("failed", false),
  NAME_MISSING("name-missing", false),
  NAME_LONG("name-long", false),
  NAME_INVISIBLE("name-invisible", false),
  NAME_TAKEN("name-taken", false),
  NOT_FIRST("not-first", false),
  NOT_YOURS("not-yours", false);

  private final String word;
  private final boolean good;

  Said(String word, boolean good) {
    this.word = word;
    this.good = good;
  }

  String word() {
    return word;
  }

  String key() {
    return "twostepMeSaid-" + word;
  }

  boolean isGood() {
    return good;
  }

  static Said of(PasscodeVerdict.Flaw flaw) {
    return of("passcode-" + flaw.word()).orElseThrow();
  }

  static Optional<Said> of(@Nullable String word) {
    return Arrays.stream(values()).filter(said -> said.word.equals(word)).findFirst();
  }

  /** What Keycloak's answer to a {@code kc_action} means. */
  static Optional<Said> of(@Nullable String action, @Nullable String status) {
    if (status == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (status) {
          case "success" -> success(action == null ? "" : action);
          case "cancelled" -> CANCELLED;
          default -> FAILED;
        });
  }

  private static Said success(String action) {
    if (action.startsWith("delete_credential")) {
      return REMOVED;
    }
    if (action.equals(Confirming.ACTION)) {
      return CONFIRMED;
    }
    if (action.startsWith("twostep-app-password")) {
      return APP_MADE;
    }
    return action.startsWith("twostep-turn-off") ? TURNED_OFF : DONE;
  }
}
