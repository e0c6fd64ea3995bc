package dev.twostep.application.challenge;

import dev.twostep.application.delivery.Letter;
import dev.twostep.application.delivery.NextChannel;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.limit.Leave;
import dev.twostep.domain.limit.SendBudget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Turns a running code to e-mail: whatever it opens is then the level of an e-mail's code. The
 * account paid for this message when it asked for the SMS; the e-mail address pays now.
 */
public final class MoveToEmail implements NextChannel {

  private final Ledger ledger;
  private final ServerKey key;
  private final Clock clock;

  public MoveToEmail(Ledger ledger, ServerKey key, Clock clock) {
    this.ledger = ledger;
    this.key = key;
    this.clock = clock;
  }

  @Override
  public boolean settle(Letter turned) {
    Account account = new Account(turned.subject().realm(), turned.subject().user());
    return ledger.settle(account, entry -> settle(entry, turned));
  }

  private boolean settle(Ledger.Entry entry, Letter turned) {
    Instant now = clock.instant();
    Optional<Challenge> challenge =
        entry.challenge(turned.subject().challenge()).filter(asked -> asked.isOpenAt(now));
    String digest = key.digestOf(turned.subject().realm(), turned.address().to());
    SendBudget theirs = entry.sendsTo(digest);
    if (challenge.isEmpty()
        || isSuperseded(entry, challenge.get())
        || !(theirs.leaveAt(now, Duration.ZERO) instanceof Leave.Granted)) {
      return false;
    }
    entry.move(challenge.get().id(), turned.address().channel());
    entry.write(entry.sends(), digest, theirs.sentAt(now));
    return true;
  }

  /** The login asks for another code by now: this one would only confuse. */
  private static boolean isSuperseded(Ledger.Entry entry, Challenge challenge) {
    Challenge.Question question = challenge.question();
    return entry.asked(question.purpose(), question.askedAt()).stream()
        .filter(other -> other.question().login().equals(question.login()))
        .anyMatch(other -> other.question().askedAt().isAfter(question.askedAt()));
  }
}
