package dev.twostep.application.delivery;

import java.util.Arrays;

/** How far a letter has come; moves forward only. */
public enum LetterState {
  PENDING("sending"),
  SENDING("sending"),
  SENT("sent"),
  FAILED("failed"),
  BUSY("busy");

  private final String word;

  LetterState(String word) {
    this.word = word;
  }

  /** The word by which pages know this state. */
  public String word() {
    return word;
  }

  public static LetterState ofName(String name) {
    return Arrays.stream(values()).filter(s -> s.name().equals(name)).findFirst().orElse(FAILED);
  }
}
