package dev.twostep.domain.policy;

/** What a user may know about, and do with, their own two-step login; {@link #word()} is shown. */
public enum OwnSwitch {
  /** Asked whatever the user wants. */
  REQUIRED("required"),
  /** Left to the user, who is asked. */
  ON("on"),
  /** Left to the user, who is not asked. */
  OFF("off"),
  /** No rule asks for anything, so there is nothing to switch. */
  IDLE("idle");

  private final String word;

  OwnSwitch(String word) {
    this.word = word;
  }

  /** The lower-case word by which pages name this state. */
  public String word() {
    return word;
  }

  /** As that decision about a fresh login has it; rules that cannot be read count as strict. */
  public static OwnSwitch of(Decision decision) {
    Explanation why = decision.explanation();
    if (why.state() != PolicyState.ON) {
      return IDLE;
    }
    boolean unreadable =
        decision instanceof Decision.Refused refused
            && refused.refusal() == Refusal.UNREADABLE_POLICY;
    if (unreadable || why.outcome() == Requirement.REQUIRED) {
      return REQUIRED;
    }
    if (why.outcome() == Requirement.OFF) {
      return IDLE;
    }
    boolean spared = decision instanceof Decision.NotAsked || decision instanceof Decision.Offer;
    return spared ? OFF : ON;
  }

  /** Whether the user decides. */
  public boolean isOwn() {
    return this == ON || this == OFF;
  }
}
