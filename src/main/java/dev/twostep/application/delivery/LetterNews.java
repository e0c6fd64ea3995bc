package dev.twostep.application.delivery;

/** Hears that a letter ended otherwise than it should have. */
@FunctionalInterface
public interface LetterNews {

  /**
   * The letter has that end now.
   *
   * @param state FAILED, UNDELIVERED or MOVED
   * @param reason names no recipient
   */
  void ended(String letter, LetterState state, String reason);
}
