package dev.twostep.domain.apppassword;

import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.ServerKey;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A password that the server draws for one old application: 26 characters out of 31, so more than
 * 128 bits. Nobody can take one of them for another: there is no 0, O, 1, I or L.
 */
public final class AppPassword {

  static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  static final int LENGTH = 26;
  private static final int GROUPS = 5;
  private static final int GROUP = LENGTH / GROUPS;

  private final String text;

  private AppPassword(String text) {
    this.text = text;
  }

  /** A new one; every character is drawn evenly and on its own. */
  public static AppPassword random(SecureRandom random) {
    StringBuilder drawn = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new AppPassword(drawn.toString());
  }

  /**
   * What an application sent, however somebody typed it there: case, blanks, dashes and invisible
   * characters make no difference. Empty if it cannot be an app password at all.
   */
  public static Optional<AppPassword> typed(String typed) {
    String text = Answer.typed(typed).text().toUpperCase(Locale.ROOT);
    return text.length() == LENGTH && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        ? Optional.of(new AppPassword(text))
        : Optional.empty();
  }

  /** In groups, to be typed off: for its owner only, and once only. */
  public String grouped() {
    return IntStream.range(0, GROUPS)
        .mapToObj(i -> text.substring(i * GROUP, i == GROUPS - 1 ? LENGTH : (i + 1) * GROUP))
        .collect(Collectors.joining("-"));
  }

  /** The keyed digest that is kept of it, good for that id and that user only. */
  public String sealedWith(ServerKey key, String id, String user) {
    return key.appSealOf(id, user, text);
  }

  @Override
  public String toString() {
    return "AppPassword[******]";
  }
}
