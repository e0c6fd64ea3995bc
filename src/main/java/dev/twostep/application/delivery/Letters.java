package dev.twostep.application.delivery;

import java.time.Instant;
import java.util.Optional;

/** The letters that wait for a carrier; each call is one short transaction. */
public interface Letters {

  /** Takes a pending, unexpired letter for sending; empty if another thread or node has it. */
  Optional<Letter> claim(String id, Instant now);

  /** Records how it ended and forgets where it went; {@code reason} names no recipient. */
  void close(String id, LetterState state, String reason);
}
