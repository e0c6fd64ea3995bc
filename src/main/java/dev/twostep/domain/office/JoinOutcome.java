package dev.twostep.domain.office;

/** What became of an account that was to join an office. */
public enum JoinOutcome {
  /** It accepts the office's codes from now on. */
  ATTACHED("attached", ""),
  /** It has an authenticator of its own: its owner has to accept first. */
  INVITED("invited", ""),
  /** It belonged to the office, or was invited, under another customer number. */
  RENUMBERED("renumbered", ""),
  /** It was so already. */
  UNCHANGED("unchanged", ""),
  UNKNOWN_USER(
      "unknown-user", "nobody has that user name here: check its spelling, or create the user"),
  OTHER_OFFICE(
      "other-office", "the account belongs to another office: take it off there, or leave it out"),
  DISABLED("disabled", "the account is disabled: enable it, or leave it out"),
  SERVICE_ACCOUNT("service-account", "it is the account of a program: leave it out"),
  NOT_IN_ORGANIZATION(
      "not-in-organization",
      "the account is no member of the office's organization: make it one, or leave it out"),
  NOT_INVITED("not-invited", "the office took its invitation back: ask it for another one"),
  DUPLICATE(
      "duplicate",
      "an earlier line names the same user with another customer number: leave one of them out"),
  MALFORMED(
      "malformed",
      "the line has no user name, too many characters or an open quotation mark: write"
          + " customer number;user name"),
  FAILED("failed", "the account could not be changed: upload the list again, or see the log");

  private final String word;
  private final String hint;

  JoinOutcome(String word, String hint) {
    this.word = word;
    this.hint = hint;
  }

  /** The word by which lists and answers name it. */
  public String word() {
    return word;
  }

  /** What to do about a refusal; empty for anything else. */
  public String hint() {
    return hint;
  }

  public boolean isRefusal() {
    return !hint.isEmpty();
  }
}
