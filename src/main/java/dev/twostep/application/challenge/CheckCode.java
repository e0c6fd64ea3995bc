package dev.twostep.application.challenge;

import dev.twostep.application.limit.GuessGuard;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.code.CodeCheck;
import dev.twostep.domain.code.OneTimeCode;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.AttemptBudget;
import dev.twostep.domain.limit.Leave;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Checks an answer to a message's code: budget first, then the challenge, all in one settlement.
 */
public final class CheckCode {

  /** Which challenge is answered, by which login, for which purpose. */
  public record Question(Account account, ChallengeId challenge, String login, Purpose purpose) {}

  private final Ledger ledger;
  private final ServerKey key;
  private final Clock clock;
  private final GuessGuard from;

  public CheckCode(Ledger ledger, ServerKey key, Clock clock) {
    this(ledger, key, clock, GuessGuard.none());
  }

  private CheckCode(Ledger ledger, ServerKey key, Clock clock, GuessGuard from) {
    this.ledger = ledger;
    this.key = key;
    this.clock = clock;
    this.from = from;
  }

  /** The same for answers that come from there. */
  public CheckCode from(GuessGuard network) {
    return new CheckCode(ledger, key, clock, network);
  }

  /** Accepts a right answer exactly once; the count of a wrong one is durable when this returns. */
  public CodeOutcome check(Question question, Answer answer) {
    return ledger.settle(question.account(), entry -> settle(entry, question, answer));
  }

  private CodeOutcome settle(Ledger.Entry entry, Question question, Answer answer) {
    Optional<Challenge> challenge = entry.challenge(question.challenge()).filter(asked(question));
    if (challenge.isEmpty()) {
      return new CodeOutcome.Expired();
    }
    Instant now = clock.instant();
    FactorKind kind = challenge.get().question().channel();
    Leave leave = entry.leaveFor(from, kind, now);
    if (challenge.get().isOpenAt(now) && !(leave instanceof Leave.Granted)) {
      return new CodeOutcome.Held(leave);
    }
    OneTimeCode code =
        key.codeOf(question.challenge(), question.account().user(), question.purpose());
    return write(entry, kind, challenge.get().check(code, answer, now));
  }

  private static java.util.function.Predicate<Challenge> asked(Question question) {
    return challenge ->
        challenge.question().login().equals(question.login())
            && challenge.question().purpose() == question.purpose();
  }

  private CodeOutcome write(Ledger.Entry entry, FactorKind kind, CodeCheck check) {
    if (check instanceof CodeCheck.Accepted accepted) {
      entry.update(accepted.spent());
      entry.write(entry.attempts().right(kind));
      entry.lastUses().with(kind, clock.instant()).ifPresent(entry::write);
      return new CodeOutcome.Accepted(kind);
    }
    if (check instanceof CodeCheck.Wrong wrong) {
      entry.update(wrong.counted());
      AttemptBudget counted = entry.wrong(from, kind, clock.instant());
      return new CodeOutcome.Wrong(counted.leaveAt(clock.instant(), kind));
    }
    if (check instanceof CodeCheck.Spent) {
      return new CodeOutcome.Spent();
    }
    return check instanceof CodeCheck.Exhausted
        ? new CodeOutcome.Exhausted()
        : new CodeOutcome.Expired();
  }
}
