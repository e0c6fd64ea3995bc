package dev.twostep.domain.policy;

/** Why a login is refused; {@link #word()} is read by machines. */
public enum Refusal {
  UNREADABLE_POLICY("unreadable-policy"),
  NO_ALLOWED_FACTOR("no-allowed-factor"),
  NO_ENROLLABLE_FACTOR("no-enrollable-factor"),
  LEVEL_OUT_OF_REACH("level-out-of-reach"),
  /** Nothing but the code of an office would answer, and that changes nothing. */
  ONLY_OFFICE("only-office");

  private final String word;

  Refusal(String word) {
    this.word = word;
  }

  /** A stable word for machines. */
  public String word() {
    return word;
  }
}
