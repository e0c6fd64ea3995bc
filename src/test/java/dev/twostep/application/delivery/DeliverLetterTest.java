package dev.twostep.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.memory.InMemoryLetters;
import dev.twostep.fixture.memory.RecordingCarrier;
import dev.twostep.fixture.memory.StepClock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeliverLetterTest {

  private static final ChallengeId CHALLENGE = new ChallengeId("0".repeat(32));
  private static final Letter LETTER =
      new Letter(
          "letter",
          new Letter.Subject("acme", "anna-id", CHALLENGE, Purpose.LOGIN),
          new Letter.Address(FactorKind.SMS, "+4915112345678", Locale.GERMAN, "login.example.org"),
          Optional.empty(),
          StepClock.START.plus(Duration.ofMinutes(5)));

  private final StepClock clock = new StepClock();
  private final ServerKey key = ServerKey.of(new byte[32]);
  private final InMemoryLetters letters = new InMemoryLetters();
  private final RecordingCarrier carrier = new RecordingCarrier();
  private final DeliverLetter deliverLetter = new DeliverLetter(letters, carrier, key, clock);

  @BeforeEach
  void post() {
    letters.post(LETTER);
  }

  @Test
  void theCodeIsDerivedAgain() {
    deliverLetter.deliver("letter");

    assertThat(carrier.carried())
        .containsExactly(
            new RecordingCarrier.Carried(
                LETTER, key.codeOf(CHALLENGE, "anna-id", Purpose.LOGIN).digits()));
    assertThat(letters.slip("letter"))
        .isEqualTo(new InMemoryLetters.Slip(LetterState.SENT, "", Optional.empty()));
  }

  @Test
  void aLetterIsCarriedOnce() {
    deliverLetter.deliver("letter");
    deliverLetter.deliver("letter");

    assertThat(carrier.carried()).hasSize(1);
  }

  @Test
  void anExpiredOrUnknownLetterIsNotCarried() {
    clock.set(LETTER.expiresAt());
    deliverLetter.deliver("letter");
    deliverLetter.deliver("no such letter");

    assertThat(carrier.carried()).isEmpty();
    assertThat(letters.slip("letter").state()).isEqualTo(LetterState.PENDING);
  }

  @Test
  @DisplayName("B07 every failure of a channel is told to the page, with its reason")
  @AbuseCase("B07")
  void everyFailureIsTold() {
    assertFails(new Delivery.Rejected("HTTP 400"), "rejected: HTTP 400");
    assertFails(new Delivery.Unavailable("time-out"), "unavailable: time-out");
    assertFails(new Delivery.Throttled(Duration.ofSeconds(30)), "throttled: PT30S");
  }

  @Test
  @DisplayName("B07 a channel that breaks is a failure, and what it says is not kept")
  @AbuseCase({"B07", "B20"})
  void aChannelThatBreaksIsAFailure() {
    carrier.answers(
        () -> {
          throw new IllegalStateException("could not send 123456 to +4915112345678");
        });
    deliverLetter.deliver("letter");

    assertThat(letters.slip("letter").state()).isEqualTo(LetterState.FAILED);
    assertThat(letters.slip("letter").reason()).isEqualTo("unavailable: IllegalStateException");
  }

  private void assertFails(Delivery delivery, String reason) {
    letters.post(LETTER);
    carrier.answers(() -> delivery);
    deliverLetter.deliver("letter");

    assertThat(letters.slip("letter"))
        .isEqualTo(new InMemoryLetters.Slip(LetterState.FAILED, reason, Optional.empty()));
  }
}
