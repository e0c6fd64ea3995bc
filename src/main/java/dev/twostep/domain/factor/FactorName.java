package dev.twostep.domain.factor;

import java.util.Optional;

/** What a user calls one of their factors. */
public final class FactorName {

  /** As many characters as fit a line of the page on a phone. */
  public static final int LONGEST = 40;

  /** What is wrong with a name; {@link #word()} ends a message key. */
  public enum Flaw {
    MISSING("missing"),
    TOO_LONG("long"),
    INVISIBLE("invisible");

    private final String word;

    Flaw(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  private FactorName() {}

  /** The name as it is stored: without spaces around it. */
  public static String trimmed(String typed) {
    return typed.strip();
  }

  /** Why that text cannot be a name; empty if it can. */
  public static Optional<Flaw> flaw(String typed) {
    String name = trimmed(typed);
    if (name.codePointCount(0, name.length()) > LONGEST) {
      return Optional.of(Flaw.TOO_LONG);
    }
    if (name.codePoints().anyMatch(FactorName::isInvisible)) {
      return Optional.of(Flaw.INVISIBLE);
    }
    return name.isEmpty() ? Optional.of(Flaw.MISSING) : Optional.empty();
  }

  /** Controls, line breaks, and what turns the direction of a text or cannot be seen in it. */
  public static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
