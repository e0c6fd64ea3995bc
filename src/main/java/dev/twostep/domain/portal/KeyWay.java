package dev.twostep.domain.portal;

import java.util.Locale;

/** By which way a key comes; the words are stored. */
public enum KeyWay {
  /** A photo, by a phone that got a link. */
  LINK,
  /** A picture, in the browser of its owner. */
  PICTURE,
  /** The secret, or its address. */
  TYPED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static KeyWay of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
