package dev.twostep.domain.code;

/** What an answer to a challenge was. */
public sealed interface CodeCheck {

  /** Right, and spent by this very answer. */
  record Accepted(Challenge spent) implements CodeCheck {}

  /** Evaluated and wrong; {@code counted} carries the new count. */
  record Wrong(Challenge counted) implements CodeCheck {}

  /** The right answer was given before; this one was not evaluated. */
  record Spent() implements CodeCheck {}

  /** Too late; not evaluated. */
  record Expired() implements CodeCheck {}

  /** Too many wrong answers before; not evaluated. */
  record Exhausted() implements CodeCheck {}
}
