package dev.twostep.application.office;

import dev.twostep.domain.limit.Leave;

/** What became of an answer to an office; only {@link Accepted} lets anybody in. */
public sealed interface OfficeOutcome {

  /** Right, by that device. */
  record Accepted(String office, String device, String label) implements OfficeOutcome {}

  /** Evaluated and wrong; {@code next} says when another answer may be tried. */
  record Wrong(Leave next) implements OfficeOutcome {}

  /** A right code that was used already: the next one is worth waiting for. Counts as wrong. */
  record Taken(Leave next) implements OfficeOutcome {}

  /** Not evaluated: the account, or the office, must wait. */
  record Held(Leave leave) implements OfficeOutcome {}

  /** Not evaluated: the account belongs to no office any more. */
  record Detached() implements OfficeOutcome {}
}
