package dev.twostep.keycloak.setup;

import com.fasterxml.jackson.annotation.JsonValue;

/** Something about the realm that an administrator should know, and what to do about it. */
public record Finding(Level level, String what, String hint) {

  /** Only an {@link #ERROR} means that setup has work to do. */
  public enum Level {
    ERROR("error"),
    WARNING("warning"),
    INFO("info");

    private final String word;

    Level(String word) {
      this.word = word;
    }

    /** How answers spell it. */
    @JsonValue
    public String word() {
      return word;
    }
  }

  static Finding error(String what, String hint) {
    return new Finding(Level.ERROR, what, hint);
  }

  static Finding warning(String what, String hint) {
    return new Finding(Level.WARNING, what, hint);
  }

  static Finding info(String what, String hint) {
    return new Finding(Level.INFO, what, hint);
  }
}
