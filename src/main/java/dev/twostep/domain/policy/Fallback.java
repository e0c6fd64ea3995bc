package dev.twostep.domain.policy;

import dev.twostep.domain.factor.FactorKind;
import java.util.Arrays;
import java.util.Optional;

/**
 * The message factor that may stand in when the one asked first does not arrive, in rising
 * strictness; {@link #word()} is stored.
 */
public enum Fallback {
  EMAIL("email"),
  SMS("sms"),
  NONE("none");

  private final String word;

  Fallback(String word) {
    this.word = word;
  }

  /** The lower-case word by which attributes and pages name this fall-back. */
  public String word() {
    return word;
  }

  /** The fall-back of that exact word, or empty. */
  public static Optional<Fallback> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
  }

  /** The one of the two that lets less through: none, then SMS, then e-mail. */
  public static Fallback strictest(Fallback a, Fallback b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /** Whether that factor may stand in. */
  public boolean allows(FactorKind kind) {
    return word.equals(kind.word());
  }
}
