package dev.twostep.application.delivery;

import dev.twostep.domain.code.OneTimeCode;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.delivery.Delivery;
import java.time.Clock;

/** Sends one letter, once: claimed first, outside any login, with no transaction held meanwhile. */
public final class DeliverLetter {

  private final Letters letters;
  private final Carrier carrier;
  private final ServerKey key;
  private final Clock clock;

  public DeliverLetter(Letters letters, Carrier carrier, ServerKey key, Clock clock) {
    this.letters = letters;
    this.carrier = carrier;
    this.key = key;
    this.clock = clock;
  }

  /** Does nothing for a letter that has expired or that somebody else is sending. */
  public void deliver(String id) {
    letters.claim(id, clock.instant()).ifPresent(this::send);
  }

  private void send(Letter letter) {
    Letter.Subject subject = letter.subject();
    OneTimeCode code = key.codeOf(subject.challenge(), subject.user(), subject.purpose());
    Delivery delivery = Attempt.of(() -> carrier.carry(new Message.Code(letter, code)));
    boolean sent = delivery instanceof Delivery.Delivered;
    LetterState state = sent ? LetterState.SENT : LetterState.FAILED;
    letters.close(letter.id(), state, Attempt.reasonOf(delivery));
  }
}
