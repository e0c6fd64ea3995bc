package dev.twostep.application.delivery;

import java.util.Arrays;

/**
 * How far a letter has come.
 *
 * <pre>
 *   PENDING|BUSY -> SENDING -> SENT -> DELIVERED      SENDING -> FAILED     SENT -> UNDELIVERED
 * </pre>
 *
 * MOVED: no gateway could deliver it, and the same code went out by e-mail. A receipt that comes
 * late moves nothing back.
 */
public enum LetterState {
  PENDING("sending"),
  SENDING("sending"),
  SENT("sent"),
  DELIVERED("delivered"),
  UNDELIVERED("undelivered"),
  MOVED("moved"),
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
