package dev.twostep.application.delivery;

import static dev.twostep.application.delivery.PostOffice.LETTER;
import static dev.twostep.application.delivery.PostOffice.WITH_FALLBACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.delivery.Delivery;
import dev.twostep.fixture.memory.RecordingCarrier;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** When a letter goes on, and when nothing more may be sent. */
class CarryOnTest {

  private static final Delivery DOWN = new Delivery.Unavailable("answered 500");
  private static final Delivery UNCERTAIN = new Delivery.Unavailable("no whole answer", true);

  private final PostOffice office = new PostOffice();

  CarryOnTest() {
    office.carrier.gateways("main", "backup", "world");
  }

  @Test
  void nothingIsSentOnceTheCodeIsTooOld() {
    CompletableFuture<Delivery> slow = new CompletableFuture<>();
    office.carrier.answers("main", slow);
    deliver(WITH_FALLBACK);
    office.clock.set(LETTER.expiresAt());
    slow.complete(DOWN);

    assertThat(office.carrier.through()).containsExactly("main");
    assertThat(office.state()).isEqualTo(LetterState.FAILED);
  }

  @Test
  void nothingIsSentOnceTheCodeWasUsed() {
    office.carrier.answers("main", UNCERTAIN);
    office.letters.answer(PostOffice.CHALLENGE);
    deliver(WITH_FALLBACK);

    assertThat(office.carrier.through()).containsExactly("main");
  }

  @Test
  void aLetterThatWasLostGoesByTheNextWayUntilThereIsNone() {
    deliver(WITH_FALLBACK);
    while (office.delivery.reopen("letter").isPresent()) {
      office.deliverToTheEnd(WITH_FALLBACK);
    }

    assertThat(office.carrier.through())
        .containsExactly("main", "backup", "world", RecordingCarrier.SMTP);
    assertThat(office.state()).isEqualTo(LetterState.MOVED);
  }

  @Test
  void whatWasLostIsNoDuplicate() {
    office.carrier.answers("main", UNCERTAIN);
    deliver(LETTER);
    assertThat(office.carrier.through()).containsExactly("main", "backup");

    office.delivery.reopen("letter");
    office.deliverToTheEnd(LETTER);

    assertThat(office.carrier.through()).containsExactly("main", "backup", "world");
  }

  @Test
  void aLetterThatWasLostOnItsOnlyWayMovesToMail() {
    office.carrier.gateways("main");
    deliver(WITH_FALLBACK);
    office.delivery.reopen("letter");
    office.deliverToTheEnd(WITH_FALLBACK);

    assertThat(office.carrier.through()).containsExactly("main", RecordingCarrier.SMTP);
    assertThat(office.state()).isEqualTo(LetterState.MOVED);
  }

  @Test
  void aLetterThatWasLostOnItsOnlyWayStaysLostWithoutAFallback() {
    office.carrier.gateways("main");
    deliver(LETTER);
    office.delivery.reopen("letter");
    office.deliverToTheEnd(LETTER);

    assertThat(office.carrier.through()).containsExactly("main");
    assertThat(office.state()).isEqualTo(LetterState.UNDELIVERED);
  }

  private void deliver(Letter letter) {
    office.letters.post(letter);
    office.deliverToTheEnd(letter);
  }
}
