package dev.twostep.domain.portal;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a key comes here; the words are stored and shown. */
public enum KeyPath {
  /** The portal asks for an app's codes already. */
  ACTIVE,
  /** The app is still to be activated at the portal. */
  ACTIVATE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<KeyPath> of(String word) {
    return Stream.of(values()).filter(path -> path.word().equals(word)).findFirst();
  }
}
