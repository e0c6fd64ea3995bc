package dev.twostep.application.challenge;

import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Leave;

/** What became of an answer; only {@link Accepted} lets anybody in. */
public sealed interface CodeOutcome {

  /** Right; {@code proven} is what the code travelled by in the end. */
  record Accepted(FactorKind proven) implements CodeOutcome {}

  /** Evaluated and wrong; {@code next} says when another answer may be tried. */
  record Wrong(Leave next) implements CodeOutcome {}

  /** Not evaluated: the account must wait. */
  record Held(Leave leave) implements CodeOutcome {}

  /** Not evaluated: the code is too old. */
  record Expired() implements CodeOutcome {}

  /** Not evaluated: this code was used before. */
  record Spent() implements CodeOutcome {}

  /** Not evaluated: five wrong answers killed the code; a new one must be asked for. */
  record Exhausted() implements CodeOutcome {}
}
