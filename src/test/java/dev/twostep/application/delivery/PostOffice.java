package dev.twostep.application.delivery;

import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.fixture.memory.InMemoryLetters;
import dev.twostep.fixture.memory.PlainBreakers;
import dev.twostep.fixture.memory.RecordingCarrier;
import dev.twostep.fixture.memory.StepClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything around the delivery of letters, in memory; all goes on in the calling thread. */
final class PostOffice {

  static final ChallengeId CHALLENGE = new ChallengeId("0".repeat(32));
  static final Letter.Address PHONE =
      new Letter.Address(FactorKind.SMS, "+4915112345678", Locale.GERMAN, "login.example.org");
  static final Letter.Address MAIL =
      new Letter.Address(FactorKind.EMAIL, "anna@example.org", Locale.GERMAN, "login.example.org");
  static final Letter LETTER = letter("letter", Optional.empty());
  static final Letter WITH_FALLBACK = letter("letter", Optional.of(MAIL));

  final StepClock clock = new StepClock();
  final ServerKey key = ServerKey.of(new byte[32]);
  final InMemoryLetters letters = new InMemoryLetters();
  final RecordingCarrier carrier = new RecordingCarrier();
  final PlainBreakers breakers = new PlainBreakers(clock);
  final List<Journal.Attempted> journal = new ArrayList<>();
  final List<Letter> turned = new ArrayList<>();
  final List<LetterState> badEnds = new ArrayList<>();
  final Tries tries = new Tries(breakers, journal::add, clock, new SecureRandom());
  boolean nextChannelOpen = true;
  final DeliverLetter delivery =
      new DeliverLetter(
          new DeliverLetter.Post(
              letters, carrier, this::turn, (letter, state, why) -> badEnds.add(state)),
          tries,
          key,
          clock);

  static Letter letter(String id, Optional<Letter.Address> fallback) {
    return new Letter(
        id,
        new Letter.Subject("acme", "anna-id", CHALLENGE, Purpose.LOGIN),
        PHONE,
        fallback,
        StepClock.START.plus(Duration.ofMinutes(5)));
  }

  private boolean turn(Letter letter) {
    turned.add(letter);
    return nextChannelOpen;
  }

  /** One turn; empty if it ended there, or is not over. */
  Optional<Due> deliver(Letter letter) {
    return delivery
        .deliver(letter.id(), Runnable::run)
        .toCompletableFuture()
        .getNow(Optional.empty());
  }

  /** Turn after turn, as long as the letter is to be taken up again at once. */
  void deliverToTheEnd(Letter letter) {
    boolean again = true;
    while (again) {
      again = deliver(letter).filter(due -> !due.at().isAfter(clock.instant())).isPresent();
    }
  }

  LetterState state() {
    return letters.slip(LETTER.id()).state();
  }
}
