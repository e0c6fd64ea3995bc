package dev.twostep.domain.policy;

import java.util.Arrays;
import java.util.Optional;

/** When an application asks for the second step; {@link #word()} is stored. */
public enum Occasion {
  /** Whenever somebody comes to it, also by single sign-on. */
  EVERY_LOGIN("every-login"),
  /** Where nothing was proven in this browser session. */
  EVERY_SESSION("every-session"),
  /** Where nothing was proven in this browser session, on a device that is not trusted. */
  ONCE_PER_DEVICE("once-per-device"),
  /** Where the password or a factor has changed since this session or device proved one. */
  AFTER_CHANGE("after-changed-credentials");

  private final String word;

  Occasion(String word) {
    this.word = word;
  }

  /** The word by which attributes and answers name this occasion. */
  public String word() {
    return word;
  }

  /** The occasion of that exact word, or empty. */
  public static Optional<Occasion> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
  }
}
