package dev.twostep.domain.pass;

import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.ServerKey;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * Ten characters that stand in once for a lost factor. Nobody can take one for another: there is no
 * 0, O, 1, I or L.
 */
public final class Pass {

  static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  static final int LENGTH = 10;
  private static final int GROUP = 5;

  private final String text;

  private Pass(String text) {
    this.text = text;
  }

  /** A new one; every character is drawn evenly and on its own. */
  public static Pass random(SecureRandom random) {
    StringBuilder drawn = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new Pass(drawn.toString());
  }

  /** What somebody typed, however they wrote it: case, blanks and dashes make no difference. */
  public static Pass typed(String typed) {
    return new Pass(Answer.typed(typed).text().toUpperCase(Locale.ROOT));
  }

  /** Nothing was typed: asked again, and not counted as a try. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** In two groups, to be read out or copied: for the administrator who issues it only. */
  public String grouped() {
    return text.substring(0, GROUP) + "-" + text.substring(GROUP);
  }

  /** The keyed digest that is kept of it, good for that id and that user only. */
  public String sealedWith(ServerKey key, String id, String user) {
    return key.sealOf(id, user, text);
  }

  @Override
  public String toString() {
    return "Pass[******]";
  }
}
