package dev.twostep.domain.policy;

/** The first condition that a rule did not meet; {@link #word()} is read by machines. */
public enum Unmet {
  READABLE("unreadable", "a value of this scope cannot be read"),
  HONOURED("not-honoured", "users can write this value, so only a stricter one would count"),
  SETS_REQUIREMENT("sets-no-requirement", "it sets no requirement"),
  MOST_SPECIFIC("less-specific", "a more specific scope sets a requirement"),
  STRICTEST("less-strict", "a scope of the same rank asks for more"),
  NAMED("same-as-winner", "it asks for the same as the scope that is named"),
  RAISES("does-not-raise", "an application can only raise what the user's scopes ask for"),
  NOT_RAISED("raised-by-application", "the application asks for more");

  private final String word;
  private final String text;

  Unmet(String word, String text) {
    this.word = word;
    this.text = text;
  }

  /** A stable word for machines. */
  public String word() {
    return word;
  }

  /** The same for people. */
  public String text() {
    return text;
  }
}
