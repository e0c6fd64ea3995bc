package dev.twostep.application.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The notices that wait for a carrier; each call is one short transaction. */
public interface NoticeBox {

  /** So often one notice is handed to a channel. */
  int TRIES = 3;

  /** Left alone for so long, a notice counts as not sent. */
  Duration PAUSE = Duration.ofMinutes(1);

  /** Whoever claimed a notice and has not closed it by then is gone. */
  Duration LOST = Duration.ofMinutes(10);

  /** Takes a waiting notice and counts the try; empty if another thread or node has it. */
  Optional<Notice> claim(String id, Instant now);

  /** Records that it arrived, or never will, and forgets where it went. */
  void close(String id, LetterState state, String reason);

  /** Lets it wait for the next try, or fails it for good after the last one. */
  void putBack(String id, String reason);

  /** What was not sent at once, or was lost with the node that had it. */
  List<String> overdue(Instant now);
}
