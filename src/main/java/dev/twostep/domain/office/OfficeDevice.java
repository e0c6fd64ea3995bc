package dev.twostep.domain.office;

import java.time.Instant;
import java.util.Optional;

/**
 * One device of an office, without its secret.
 *
 * @param label what the office calls it
 * @param owner the id of the employee's account, where they have one
 */
public record OfficeDevice(
    String id, String office, String label, Optional<String> owner, Kind kind, Life life) {

  /** What its secret is. */
  public enum Kind {
    /** Its own. */
    OWN("own"),
    /** The one that all holders of the office share. */
    SHARED("shared"),
    /** None: the employee holds the shared one. */
    HOLDER("holder");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The lower-case word by which lists name this kind. */
    public String word() {
      return word;
    }
  }

  /**
   * What happened to it.
   *
   * @param used to the hour
   * @param validUntil when a replaced shared secret ends
   * @param held for a holder: the shared secret that they have
   */
  public record Life(
      Instant created,
      Optional<Instant> enrolled,
      Optional<Instant> used,
      Optional<Instant> revoked,
      Optional<Instant> validUntil,
      Optional<String> held) {}

  /** Where a device is between its invitation and its end; {@link #word()} is shown. */
  public enum State {
    INVITED("invited"),
    ACTIVE("active"),
    REVOKED("revoked"),
    ENDED("ended");

    private final String word;

    State(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public State stateAt(Instant now) {
    if (life.revoked().isPresent()) {
      return State.REVOKED;
    }
    if (life.validUntil().filter(end -> !end.isAfter(now)).isPresent()) {
      return State.ENDED;
    }
    return life.enrolled().isPresent() ? State.ACTIVE : State.INVITED;
  }
}
