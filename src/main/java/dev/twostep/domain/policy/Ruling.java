package dev.twostep.domain.policy;

import java.util.List;
import java.util.Optional;

/**
 * Which rule decides the requirement, and why the others do not.
 *
 * @param winner the scope that decides; empty when no scope sets a requirement
 * @param notes stored values that do not count, in words for an administrator
 */
public record Ruling(
    Requirement outcome, Optional<Scope> winner, List<Loser> losers, List<String> notes) {

  public Ruling {
    losers = List.copyOf(losers);
    notes = List.copyOf(notes);
  }
}
