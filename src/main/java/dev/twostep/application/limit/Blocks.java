package dev.twostep.application.limit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The prefixes to which no text messages went out, and those that an administrator let out. */
public interface Blocks {

  /**
   * One prefix.
   *
   * @param reason why; empty if it was let out before it was ever blocked
   * @param last when a message was refused last
   * @param letOutUntil until when messages go out all the same
   */
  record Block(
      String prefix,
      String reason,
      Optional<Instant> since,
      Optional<Instant> last,
      Optional<Instant> letOutUntil) {}

  /** Remembers that a message was refused now. */
  void refused(String realm, String prefix, String reason);

  /** What was refused in the last day or is let out now, by prefix. */
  List<Block> of(String realm);

  void letOut(String realm, String prefix, Instant until);

  /** Takes that back; false if the prefix was not let out. */
  boolean holdAgain(String realm, String prefix);
}
