package dev.twostep.domain.code;

/** What a user typed as a code, in one canonical spelling, so that no variant counts as another. */
public final class Answer {

  private static final int LONGEST = 64;

  private final String text;

  private Answer(String text) {
    this.text = text;
  }

  /**
   * Folds every Unicode decimal digit to ASCII and drops white space, dashes and invisible
   * characters; anything longer than a code could be is cut, and so never matches.
   */
  public static Answer typed(String typed) {
    StringBuilder kept = new StringBuilder();
    typed
        .codePoints()
        .filter(c -> !isFiller(c))
        .limit(LONGEST)
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .forEach(kept::appendCodePoint);
    return new Answer(kept.toString());
  }

  private static boolean isFiller(int c) {
    int type = Character.getType(c);
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || type == Character.FORMAT
        || type == Character.DASH_PUNCTUATION;
  }

  /** Nothing was typed: asked again, and not counted as a try. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** The canonical spelling, for comparing only. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return "Answer[******]";
  }
}
