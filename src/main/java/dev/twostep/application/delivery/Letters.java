package dev.twostep.application.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The letters that wait for a carrier; each call is one short transaction. */
public interface Letters {

  /** So long a claim lasts unless it is renewed: then its sender is gone. */
  Duration LEASE = Duration.ofSeconds(5);

  /** So long a reopened letter is left to the node that heard of its loss. */
  Duration HEAD_START = Duration.ofSeconds(2);

  /**
   * Takes a waiting, unexpired letter for sending, or one whose sender is gone, which then counts
   * as one message that may have left. Empty if another thread or node has it.
   */
  Optional<Claim> claim(String id, Instant now);

  /**
   * Writes how far it has come; {@code reason} names no recipient. Forgets where it goes once it
   * goes nowhere any more.
   *
   * @param due when whoever reads {@link #due} is to take it up
   * @return false if somebody else has the letter by now: then nothing was written
   */
  boolean save(Claim claim, LetterState state, String reason, Instant due);

  /** Writes that a gateway has taken it; soon rather than now, for nobody waits for that. */
  void sent(Claim claim, Instant at);

  /** Whether the code could still be used: it was not answered meanwhile. */
  boolean isWanted(Letter letter);

  /** The gateways that other letters with the same code went through. */
  Set<String> usedFor(Letter letter);

  /** Keeps claims for another {@link #LEASE}. */
  void renew(Collection<String> ids, Instant now);

  /** Tells that a letter posted just now finds no room with the senders; it waits. */
  void crowdOut(String id, Instant now);

  /**
   * Lets a letter that was taken, and lost all the same, be sent once more; empty if it may not.
   */
  Optional<Due> reopen(String id, Instant now);

  /** What should have been sent by now, oldest first. */
  List<Due> due(Instant now, int most);

  /** Forgets where letters went whose codes are dead. */
  void forgetDead(Instant now);
}
