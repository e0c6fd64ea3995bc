package dev.twostep.domain.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One step of one job: the record of who got which code.
 *
 * @param handed when the job got it
 */
public record Lease(String id, long step, State state, Optional<Instant> handed) {

  /** How far it is; the words are stored. */
  public enum State {
    /** Its step is still to come. */
    RESERVED,
    /** The job has the code. */
    HANDED,
    /** The portal took it. */
    ACCEPTED,
    /** The portal did not take it. */
    REFUSED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether the job has said what became of it. */
    public boolean isReported() {
      return this == ACCEPTED || this == REFUSED;
    }
  }

  public Lease in(State next) {
    return new Lease(id, step, next, handed);
  }

  /** Whether the job has had it for longer; also if nobody knows. */
  public boolean isOlder(Duration age, Instant now) {
    return handed.map(at -> at.plus(age).isBefore(now)).orElse(true);
  }
}
