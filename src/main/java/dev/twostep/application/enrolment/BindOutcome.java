package dev.twostep.application.enrolment;

import dev.twostep.application.challenge.CodeOutcome;
import dev.twostep.domain.enrolment.ClockDrift;
import dev.twostep.domain.limit.Leave;
import java.util.Optional;

/** What became of the codes that were to bind an app; only {@link Bound} binds it. */
public sealed interface BindOutcome {

  /** Both were right, and are spent. */
  record Bound() implements BindOutcome {}

  /** The confirmation was wrong; nothing can be told about the app's code. */
  record Wrong(Leave next) implements BindOutcome {}

  /** The confirmation was right, the app's code was not; {@code drift} if a clock explains it. */
  record WrongApp(Optional<ClockDrift> drift, Leave next) implements BindOutcome {}

  /** Neither code was looked at. */
  record Unevaluated(CodeOutcome why) implements BindOutcome {}
}
