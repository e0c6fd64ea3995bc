package dev.twostep.application.delivery;

import static dev.twostep.application.delivery.PostOffice.LETTER;
import static dev.twostep.application.delivery.PostOffice.MAIL;
import static dev.twostep.application.delivery.PostOffice.WITH_FALLBACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.memory.RecordingCarrier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is done when a gateway does not take a letter. */
class NextWayTest {

  private static final Delivery DOWN = new Delivery.Unavailable("answered 500");
  private static final Delivery UNCERTAIN = new Delivery.Unavailable("no whole answer", true);
  private static final Delivery REFUSED = new Delivery.Rejected("answered 400");

  private final PostOffice office = new PostOffice();

  NextWayTest() {
    office.carrier.gateways("main", "backup", "world");
  }

  @Test
  void theNextGatewayCarriesTheSameCode() {
    office.carrier.answers("main", DOWN);
    office.carrier.answers("backup", DOWN);
    deliver(LETTER);

    assertThat(office.carrier.through()).containsExactly("main", "backup", "world");
    assertThat(office.carrier.carried())
        .extracting(RecordingCarrier.Carried::digits)
        .hasSize(3)
        .containsOnly(office.carrier.carried().get(0).digits());
    assertThat(office.state()).isEqualTo(LetterState.SENT);
    assertThat(office.letters.spent("letter").acceptedBy()).isEqualTo("world");
  }

  @Test
  @DisplayName("B17 after an unknown outcome one more message leaves, with the same code, no third")
  @AbuseCase("B17")
  void oneDuplicateAtMost() {
    office.carrier.answers("main", UNCERTAIN);
    office.carrier.answers("backup", UNCERTAIN);
    deliver(WITH_FALLBACK);

    assertThat(office.carrier.through()).containsExactly("main", "backup");
    assertThat(office.carrier.carried())
        .extracting(RecordingCarrier.Carried::digits)
        .containsOnly(office.carrier.carried().get(0).digits());
    assertThat(office.state()).isEqualTo(LetterState.FAILED);
  }

  @Test
  void whatCertainlyDidNotLeaveIsNoDuplicate() {
    office.carrier.answers("main", UNCERTAIN);
    office.carrier.answers("backup", DOWN);
    deliver(LETTER);

    assertThat(office.carrier.through()).containsExactly("main", "backup", "world");
    assertThat(office.state()).isEqualTo(LetterState.SENT);
  }

  @Test
  void whatWasRefusedForThisRecipientGoesToNoOtherGateway() {
    office.carrier.answers("main", REFUSED);
    deliver(LETTER);

    assertThat(office.carrier.through()).containsExactly("main");
    assertThat(office.state()).isEqualTo(LetterState.FAILED);
    assertThat(office.letters.slip("letter").reason()).isEqualTo("rejected: answered 400");
  }

  @Test
  void afterARefusalTheMailIsNext() {
    office.carrier.answers("main", REFUSED);
    deliver(WITH_FALLBACK);

    assertMoved(List.of("main", RecordingCarrier.SMTP));
  }

  @Test
  void afterTheLastGatewayTheMailIsNext() {
    office.carrier.answers("main", DOWN);
    office.carrier.answers("backup", UNCERTAIN);
    office.carrier.answers("world", DOWN);
    deliver(WITH_FALLBACK);

    assertMoved(List.of("main", "backup", "world", RecordingCarrier.SMTP));
  }

  @Test
  void whereNoSmsCanGoTheMailIsNext() {
    office.carrier.obstacle(new Delivery.Unavailable("the routes cannot be read"));
    deliver(WITH_FALLBACK);

    assertMoved(List.of(RecordingCarrier.SMTP));
  }

  @Test
  void whereNoSmsCanGoNothingGoesWithoutAFallback() {
    office.carrier.obstacle(new Delivery.Unavailable("the routes cannot be read"));
    deliver(LETTER);

    assertThat(office.carrier.through()).isEmpty();
    assertThat(office.letters.slip("letter").reason())
        .isEqualTo("unavailable: the routes cannot be read");
    assertThat(office.state()).isEqualTo(LetterState.FAILED);
  }

  @Test
  void theCodeIsTurnedBeforeTheMailLeaves() {
    office.nextChannelOpen = false;
    office.carrier.answers("main", REFUSED);
    deliver(WITH_FALLBACK);

    assertThat(office.turned).hasSize(1);
    assertThat(office.carrier.through()).containsExactly("main");
    assertThat(office.state()).isEqualTo(LetterState.FAILED);
  }

  @Test
  void aTurnedLetterIsForTheSendersOfMail() {
    office.carrier.answers("main", REFUSED);
    office.letters.post(WITH_FALLBACK);

    assertThat(office.deliver(WITH_FALLBACK))
        .contains(new Due("letter", FactorKind.EMAIL, office.clock.instant()));
    assertThat(office.turned).isEmpty();
    assertThat(office.state()).isEqualTo(LetterState.PENDING);
  }

  @Test
  void anOpenBreakerIsPassedByAtOnce() {
    office.breakers.open("main", Duration.ofMinutes(1));
    deliver(LETTER);

    assertThat(office.carrier.through()).containsExactly("backup");
    assertThat(office.state()).isEqualTo(LetterState.SENT);
  }

  @Test
  @DisplayName("B10 after 429 the second gateway is used, and the first not before its time")
  @AbuseCase("B10")
  void throttledMeansTheNextOne() {
    office.carrier.answers("main", new Delivery.Throttled(Duration.ofSeconds(30)));
    deliver(LETTER);
    office.clock.forward(Duration.ofSeconds(29));
    deliver(PostOffice.letter("second", Optional.empty()));
    office.clock.forward(Duration.ofSeconds(1));
    deliver(PostOffice.letter("third", Optional.empty()));

    assertThat(office.carrier.through())
        .containsExactly("main", "backup", "backup", "main", "backup");
  }

  @Test
  @DisplayName("B10 a short pause of the only gateway is waited for, twice at most: no storm")
  @AbuseCase("B10")
  void aShortPauseIsWaitedFor() {
    office.carrier.gateways("main");
    office.carrier.answers("main", new Delivery.Throttled(Duration.ofSeconds(7)));
    office.letters.post(LETTER);

    for (int turn = 1; turn <= 2; turn++) {
      assertThat(office.deliver(LETTER))
          .contains(
              new Due(
                  "letter", FactorKind.SMS, office.clock.instant().plus(Duration.ofSeconds(7))));
      assertThat(office.state()).isEqualTo(LetterState.BUSY);
      office.clock.forward(Duration.ofSeconds(7));
    }
    office.deliver(LETTER);

    assertThat(office.carrier.through()).hasSize(3);
    assertThat(office.state()).isEqualTo(LetterState.FAILED);
  }

  private void deliver(Letter letter) {
    office.letters.post(letter);
    office.deliverToTheEnd(letter);
  }

  private void assertMoved(List<String> through) {
    assertThat(office.carrier.through()).isEqualTo(through);
    assertThat(office.carrier.carried())
        .extracting(RecordingCarrier.Carried::digits)
        .containsOnly(office.carrier.carried().get(0).digits());
    assertThat(office.turned).singleElement().extracting(Letter::address).isEqualTo(MAIL);
    assertThat(office.state()).isEqualTo(LetterState.MOVED);
    assertThat(office.letters.slip("letter").to()).isEmpty();
  }
}
