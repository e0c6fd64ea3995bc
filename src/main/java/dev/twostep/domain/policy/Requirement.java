package dev.twostep.domain.policy;

import java.util.Arrays;
import java.util.Optional;

/** How much of a second step a scope asks for, in rising order; {@link #word()} is stored. */
public enum Requirement {
  OFF("off"),
  OPTIONAL("optional"),
  REQUIRED("required");

  private final String word;

  Requirement(String word) {
    this.word = word;
  }

  /** The lower-case word by which attributes and pages name this requirement. */
  public String word() {
    return word;
  }

  /** The requirement of that exact word, or empty. */
  public static Optional<Requirement> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
  }

  /** The one of the two that asks for more. */
  public static Requirement strictest(Requirement a, Requirement b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  boolean isStricterThan(Requirement other) {
    return compareTo(other) > 0;
  }
}
