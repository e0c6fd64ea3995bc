package dev.twostep.application.delivery;

import static dev.twostep.application.delivery.PostOffice.LETTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.memory.InMemoryLetters;
import dev.twostep.fixture.memory.RecordingCarrier;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeliverLetterTest {

  private final PostOffice office = new PostOffice();

  @BeforeEach
  void post() {
    office.letters.post(LETTER);
  }

  @Test
  void theCodeIsDerivedAgain() {
    office.deliver(LETTER);

    assertThat(office.carrier.carried())
        .containsExactly(
            new RecordingCarrier.Carried(
                LETTER,
                office.key.codeOf(PostOffice.CHALLENGE, "anna-id", Purpose.LOGIN).digits()));
    assertThat(office.letters.slip("letter"))
        .isEqualTo(
            new InMemoryLetters.Slip(LetterState.SENT, "", Optional.of(LETTER.address().to())));
  }

  @Test
  void aLetterIsCarriedOnce() {
    office.deliver(LETTER);
    office.deliver(LETTER);

    assertThat(office.carrier.carried()).hasSize(1);
  }

  @Test
  void anExpiredOrUnknownLetterIsNotCarried() {
    office.clock.set(LETTER.expiresAt());
    office.deliver(LETTER);
    office.deliver(PostOffice.letter("no such letter", Optional.empty()));

    assertThat(office.carrier.carried()).isEmpty();
    assertThat(office.state()).isEqualTo(LetterState.PENDING);
  }

  @Test
  void everyTryIsNoted() {
    office.carrier.gateways("main", "backup");
    office.carrier.answers("main", new Delivery.Unavailable("answered 500"));
    office.deliver(LETTER);

    assertThat(office.journal)
        .extracting(Journal.Attempted::gateway)
        .containsExactly("main", "backup");
    assertThat(office.journal)
        .extracting(Journal.Attempted::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[0-9a-f]{32}"));
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
    office.carrier.answers(
        () -> {
          throw new IllegalStateException("could not send 123456 to +4915112345678");
        });
    office.deliver(LETTER);

    assertThat(office.state()).isEqualTo(LetterState.FAILED);
    assertThat(office.letters.slip("letter").reason())
        .isEqualTo("unavailable: IllegalStateException");
  }

  @Test
  void aChannelThatBreaksLaterIsAFailureToo() {
    office.carrier.answers(
        "main", CompletableFuture.failedStage(new IllegalStateException("+4915112345678")));
    office.deliver(LETTER);

    assertThat(office.letters.slip("letter").reason())
        .isEqualTo("unavailable: IllegalStateException");
  }

  @Test
  void onlyABadEndIsNews() {
    office.deliver(LETTER);
    assertThat(office.badEnds).isEmpty();

    office.letters.post(PostOffice.letter("another", Optional.empty()));
    office.carrier.answers(() -> new Delivery.Rejected("no such number"));
    office.deliver(PostOffice.letter("another", Optional.empty()));

    assertThat(office.badEnds).containsExactly(LetterState.FAILED);
  }

  @Test
  void aJournalThatBreaksStopsNothing() {
    Tries broken =
        new Tries(
            office.breakers,
            attempted -> {
              throw new IllegalStateException("disk full");
            },
            office.clock,
            new java.security.SecureRandom());
    new DeliverLetter(
            new DeliverLetter.Post(
                office.letters, office.carrier, letter -> true, (letter, state, reason) -> {}),
            broken,
            office.key,
            office.clock)
        .deliver("letter", Runnable::run);

    assertThat(office.state()).isEqualTo(LetterState.SENT);
  }

  private void assertFails(Delivery delivery, String reason) {
    PostOffice fresh = new PostOffice();
    fresh.letters.post(LETTER);
    fresh.carrier.answers(() -> delivery);
    fresh.deliver(LETTER);

    assertThat(fresh.letters.slip("letter"))
        .isEqualTo(new InMemoryLetters.Slip(LetterState.FAILED, reason, Optional.empty()));
  }
}
