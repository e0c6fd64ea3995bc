package dev.twostep.domain.policy;

import java.util.Optional;

/** Why a decision is what it is: the same for login, event log, administrator and what-if. */
public record Explanation(PolicyState state, Ruling ruling, Terms terms, Timing timing) {

  /** The requirement that came out. */
  public Requirement outcome() {
    return ruling.outcome();
  }

  /** Present where this device may be trusted at this application. */
  public Optional<Trusting> trusting() {
    return timing.trusting();
  }

  /** The word of the kind of scope that decides, or {@code default}. */
  public String rule() {
    return ruling.winner().map(scope -> scope.kind().word()).orElse("default");
  }
}
