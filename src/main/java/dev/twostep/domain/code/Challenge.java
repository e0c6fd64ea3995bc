package dev.twostep.domain.code;

import dev.twostep.domain.factor.FactorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One running question put to a user: asked by one login, over one channel, for one purpose.
 *
 * <pre>
 *   open --5 wrong answers--> exhausted      open --right answer--> spent      open --5 min--> expired
 * </pre>
 *
 * No state leads back to open; a resend after any of them opens a new challenge.
 */
public record Challenge(ChallengeId id, Question question, Progress progress) {

  public static final int MOST_WRONG = 5;
  public static final Duration LIFE = Duration.ofMinutes(5);

  /** What does not change: whom it asks, in which login, and the digest of where the code went. */
  public record Question(
      String login, Purpose purpose, FactorKind channel, String contactDigest, Instant askedAt) {}

  /** What changes: wrong answers so far, and when the right one was spent. */
  public record Progress(int wrong, Optional<Instant> spentAt) {}

  /** A new, open challenge. */
  public static Challenge ask(ChallengeId id, Question question) {
    return new Challenge(id, question, new Progress(0, Optional.empty()));
  }

  public Instant expiresAt() {
    return question.askedAt().plus(LIFE);
  }

  /** Whether an answer could still be right. */
  public boolean isOpenAt(Instant now) {
    return progress.spentAt().isEmpty() && progress.wrong() < MOST_WRONG && isAliveAt(now);
  }

  /** A clock that was set back by more than a code's life must not lengthen it. */
  private boolean isAliveAt(Instant now) {
    return now.isBefore(expiresAt()) && now.isAfter(question.askedAt().minus(LIFE));
  }

  /** Evaluates one answer; the caller must store the challenge that comes back before it acts. */
  public CodeCheck check(OneTimeCode code, Answer answer, Instant now) {
    if (progress.spentAt().isPresent()) {
      return new CodeCheck.Spent();
    }
    if (progress.wrong() >= MOST_WRONG) {
      return new CodeCheck.Exhausted();
    }
    if (!isAliveAt(now)) {
      return new CodeCheck.Expired();
    }
    return code.matches(answer)
        ? new CodeCheck.Accepted(with(new Progress(progress.wrong(), Optional.of(now))))
        : new CodeCheck.Wrong(with(new Progress(progress.wrong() + 1, Optional.empty())));
  }

  /** One more wrong answer, where a right code came with something else that was wrong. */
  public Challenge missed() {
    return with(new Progress(progress.wrong() + 1, Optional.empty()));
  }

  private Challenge with(Progress next) {
    return new Challenge(id, question, next);
  }
}
