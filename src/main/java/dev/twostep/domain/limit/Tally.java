package dev.twostep.domain.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * One thing that is counted over all accounts of a realm, by fixed stretches of time.
 *
 * @param subject the network, prefix or organization; empty for the realm as a whole
 */
public record Tally(Kind kind, String subject) implements Comparable<Tally> {

  /** What is counted; the hotter its rows, the later it comes, and the later it is locked. */
  public enum Kind {
    /** Messages that one network asked for. */
    IP(Duration.ofMinutes(1)),
    /** Wrong answers from one network. */
    WRONG_IP(Duration.ofMinutes(1)),
    /** Wrong answers to one office. */
    WRONG_OFFICE(Duration.ofMinutes(5)),
    /** Text messages to numbers of one prefix. */
    PREFIX(Duration.ofMinutes(5)),
    /** Codes of such messages that came back. */
    USED(Duration.ofMinutes(5)),
    /** The same in all of the realm: without any, nothing tells used from unused. */
    ANY_USED(Duration.ofHours(1)),
    /** Text messages of the realm. */
    REALM(Duration.ofMinutes(1)),
    /** Wrong answers in the realm. */
    WRONG(Duration.ofMinutes(1)),
    /** Money, in millionths, by UTC day. */
    SPENT(Duration.ofDays(1));

    private final Duration width;

    Kind(Duration width) {
      this.width = width;
    }

    /** How long one slot lasts. */
    public Duration width() {
      return width;
    }

    /** How long its slots can still matter. */
    public Duration kept() {
      return this == SPENT ? Duration.ofDays(35) : Duration.ofHours(26);
    }
  }

  /** The beginning of the slot into which that moment falls. */
  public Instant slotAt(Instant now) {
    long width = kind.width().toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), width) * width);
  }

  @Override
  public int compareTo(Tally other) {
    int byKind = kind.compareTo(other.kind);
    return byKind == 0 ? subject.compareTo(other.subject) : byKind;
  }

  /** Subjects are people's networks and numbers. */
  @Override
  public String toString() {
    return "Tally[" + kind + "]";
  }
}
