package dev.twostep.domain.device;

/** Whether a new passcode may be used. */
public sealed interface PasscodeVerdict {

  record Accepted() implements PasscodeVerdict {}

  record Refused(Flaw flaw) implements PasscodeVerdict {}

  /** What is wrong with a new passcode; {@link #word()} ends message keys. */
  enum Flaw {
    MISSING("missing"),
    SHORT("short"),
    LONG("long"),
    CHARACTERS("characters"),
    /** One that everybody tries first. */
    COMMON("common"),
    /** One that whoever knows the user tries first. */
    PERSONAL("personal"),
    /** Typed differently the second time. */
    DIFFERENT("different");

    private final String word;

    Flaw(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
