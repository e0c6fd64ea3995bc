package dev.twostep.domain.policy;

/** Why a decision is what it is: the same for login, event log, administrator and what-if. */
public record Explanation(PolicyState state, Ruling ruling, Terms terms) {

  /** The requirement that came out. */
  public Requirement outcome() {
    return ruling.outcome();
  }

  /** The word of the kind of scope that decides, or {@code default}. */
  public String rule() {
    return ruling.winner().map(scope -> scope.kind().word()).orElse("default");
  }
}
