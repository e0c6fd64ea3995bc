package dev.twostep.domain.policy;

import java.util.Arrays;
import java.util.Optional;

/** Whether a realm's policy acts, only decides and logs, or rests; {@link #word()} is stored. */
public enum PolicyState {
  ON("on"),
  OBSERVE("observe"),
  OFF("off");

  private final String word;

  PolicyState(String word) {
    this.word = word;
  }

  /** The lower-case word by which the realm attribute names this state. */
  public String word() {
    return word;
  }

  /** The state of that exact word, or empty. */
  public static Optional<PolicyState> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
  }
}
