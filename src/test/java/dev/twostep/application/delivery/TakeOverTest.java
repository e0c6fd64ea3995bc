package dev.twostep.application.delivery;

import static dev.twostep.application.delivery.PostOffice.LETTER;
import static dev.twostep.application.delivery.PostOffice.WITH_FALLBACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.delivery.Delivery;
import dev.twostep.fixture.memory.StepClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A letter whose sender is gone, or only slow. */
class TakeOverTest {

  private final PostOffice office = new PostOffice();
  private final CompletableFuture<Delivery> silence = new CompletableFuture<>();

  @BeforeEach
  void hang() {
    office.carrier.gateways("main", "backup");
    office.carrier.answers("main", silence);
    office.letters.post(LETTER);
    office.deliver(LETTER);
  }

  @Test
  void aLetterInHandIsNobodyElses() {
    office.clock.forward(Letters.LEASE.minusMillis(1));

    assertThat(office.delivery.overdue()).isEmpty();
    office.deliver(LETTER);
    assertThat(office.carrier.through()).containsExactly("main");
  }

  @Test
  void aRenewedClaimLasts() {
    for (int beat = 0; beat < 10; beat++) {
      office.clock.forward(Duration.ofSeconds(2));
      office.delivery.renew();
    }

    assertThat(office.delivery.overdue()).isEmpty();
  }

  @Test
  void whatIsNotInHandAnyMoreIsNotRenewed() {
    silence.complete(new Delivery.Delivered(Optional.empty()));
    office.letters.post(WITH_FALLBACK);
    office.letters.claim("letter", office.clock.instant());
    office.clock.forward(Letters.LEASE);
    office.delivery.renew();

    assertThat(office.delivery.overdue()).hasSize(1);
  }

  @Test
  void aLetterOfASenderThatIsGoneIsSentOnceMore() {
    office.carrier.answers("main", new Delivery.Delivered(Optional.empty()));
    office.clock.forward(Letters.LEASE);

    assertThat(office.delivery.overdue()).extracting(Due::letter).containsExactly("letter");
    office.deliver(LETTER);

    assertThat(office.carrier.through()).containsExactly("main", "main");
    assertThat(office.letters.spent("letter").out()).isEqualTo(2);
    assertThat(office.state()).isEqualTo(LetterState.SENT);
  }

  @Test
  void aSenderThatComesBackChangesNothing() {
    office.carrier.answers("main", new Delivery.Delivered(Optional.empty()));
    office.clock.forward(Letters.LEASE);
    office.deliver(LETTER);
    silence.complete(new Delivery.Unavailable("answered 500"));

    assertThat(office.carrier.through()).containsExactly("main", "main");
    assertThat(office.state()).isEqualTo(LetterState.SENT);
  }

  @Test
  void nothingIsTakenOverOnceTheCodeIsTooOld() {
    office.clock.set(LETTER.expiresAt());

    assertThat(office.delivery.overdue()).isEmpty();
    office.deliver(LETTER);
    assertThat(office.carrier.through()).containsExactly("main");
  }

  @Test
  void aLetterPostedAsBeingInHandIsSentByItsNodeOnce() {
    Letter posted = PostOffice.letter("posted", Optional.empty());
    Claim claim = office.letters.postInHand(posted);
    office.delivery.hold("posted");
    office.carrier.answers("main", new Delivery.Delivered(Optional.empty()));

    office.clock.set(StepClock.START.plus(Letters.LEASE).minusMillis(1));
    office.delivery.renew();
    office.clock.set(StepClock.START.plus(Letters.LEASE));
    assertThat(office.delivery.overdue()).isEmpty();
    office.delivery.deliver(claim, Runnable::run);

    assertThat(office.letters.slip("posted").state()).isEqualTo(LetterState.SENT);
    assertThat(office.letters.spent("posted").out()).isEqualTo(1);
  }

  @Test
  void aLetterPostedByANodeThatIsGoneIsTakenOver() {
    Letter posted = PostOffice.letter("posted", Optional.empty());
    office.letters.postInHand(posted);
    office.clock.set(StepClock.START.plus(Letters.LEASE));
    office.carrier.answers("main", new Delivery.Delivered(Optional.empty()));

    assertThat(office.delivery.overdue()).extracting(Due::letter).contains("posted");
    office.deliver(posted);

    assertThat(office.letters.slip("posted").state()).isEqualTo(LetterState.SENT);
    assertThat(office.letters.spent("posted").out()).isEqualTo(2);
  }

  @Test
  void aLetterWithoutRoomWaitsAndIsTakenUp() {
    Letter waiting = PostOffice.letter("waiting", Optional.empty());
    office.letters.postInHand(waiting);
    office.delivery.hold("waiting");
    office.delivery.crowdOut("waiting");
    assertThat(office.letters.slip("waiting").state()).isEqualTo(LetterState.BUSY);

    assertThat(office.delivery.overdue()).extracting(Due::letter).containsExactly("waiting");
    office.carrier.answers("main", new Delivery.Delivered(Optional.empty()));
    office.deliver(waiting);
    assertThat(office.letters.slip("waiting").state()).isEqualTo(LetterState.SENT);
  }
}
