package dev.twostep.domain.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether this is a moment at which the application asks, and why.
 *
 * @param due the occasions that have come; with none of them, nothing is asked
 * @param trusting present where this device may be trusted at this application
 */
public record Timing(Occasions occasions, List<Occasion> due, Optional<Trusting> trusting) {

  public Timing {
    due = List.copyOf(due);
  }

  static Timing of(Occasions occasions, Optional<Trusting> allowed, Moment moment) {
    Optional<Trusting> trusting = allowed.filter(known -> occasions.knowDevices());
    Evidence evidence = new Evidence(occasions, trusting, moment);
    List<Occasion> due =
        Arrays.stream(Occasion.values())
            .filter(occasions.asks()::contains)
            .filter(evidence::isDue)
            .toList();
    return new Timing(occasions, due, trusting);
  }

  /** Whether the passcode of this device has to be asked, where nothing else is. */
  boolean locks(Moment moment) {
    return !isProven(moment)
        && !moment.unlocked()
        && moment.trust().filter(Trust::hasPasscode).isPresent()
        && trusting.filter(terms -> terms.passcode() != Passcode.OFF).isPresent();
  }

  /** Whether it is this session's own proof that makes asking needless, not a trust. */
  boolean isProven(Moment moment) {
    return new Evidence(occasions, trusting, moment).proves();
  }

  /** What a moment can show, as far as these rules let it count. */
  private record Evidence(Occasions occasions, Optional<Trusting> trusting, Moment moment) {

    boolean isDue(Occasion occasion) {
      return switch (occasion) {
        case EVERY_LOGIN -> true;
        case EVERY_SESSION -> proofIsMissing();
        case ONCE_PER_DEVICE -> proofIsMissing() && !isTrusted();
        case AFTER_CHANGE -> !proves() && !isTrusted();
      };
    }

    /** Whether this session's own proof is all that these occasions want. */
    boolean proves() {
      boolean stale =
          moment.browser().changed() && occasions.asks().contains(Occasion.AFTER_CHANGE);
      return !proofIsMissing() && !stale;
    }

    private boolean proofIsMissing() {
      return moment.proof().filter(proof -> lasts(proof.at(), occasions.atMost())).isEmpty();
    }

    private boolean isTrusted() {
      return trusting.isPresent()
          && moment
              .trust()
              .filter(trust -> lasts(trust.since(), occasions.atMost()))
              .filter(trust -> lasts(trust.since(), trusting.map(Trusting::lasts)))
              .filter(
                  trust -> trust.hasPasscode() || trusting.get().passcode() != Passcode.REQUIRED)
              .isPresent();
    }

    /** Dead exactly at its end; a clock that was set back makes nothing live longer. */
    private boolean lasts(Instant since, Optional<Duration> most) {
      return most.map(age -> Duration.between(since, moment.now()).abs().compareTo(age) < 0)
          .orElse(true);
    }
  }
}
