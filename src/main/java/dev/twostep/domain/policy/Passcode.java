package dev.twostep.domain.policy;

/** Whether a trusted device asks its passcode, in rising strictness. */
public enum Passcode {
  OFF("off"),
  OPTIONAL("optional"),
  REQUIRED("required");

  private final String word;

  Passcode(String word) {
    this.word = word;
  }

  /** The word by which pages and answers name it. */
  public String word() {
    return word;
  }

  /** The one of the two that asks for more. */
  static Passcode strictest(Passcode a, Passcode b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
