package dev.twostep.application.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.memory.InMemoryTryLog;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TakeReceiptTest {

  private static final TryLog.Name NAME = new TryLog.Name("realm", "sms", "0".repeat(32));
  private static final Receipt ARRIVED =
      new Receipt.Arrived(Optional.empty(), Optional.of(new BigDecimal("0.07")));
  private static final Receipt LOST = new Receipt.Lost(Optional.empty(), "the service said no");

  private final InMemoryTryLog tries = new InMemoryTryLog();
  private final List<TryLog.End> ends = new ArrayList<>();
  private final List<String> carriedOn = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private final TakeReceipt take =
      new TakeReceipt(
          tries,
          new TakeReceipt.Told((settled, end) -> ends.add(end), carriedOn::add, later::add),
          Clock.systemUTC());

  @Test
  void whatArrivedIsToldWithItsPrice() {
    tries.write(NAME);

    take.take(NAME, ARRIVED);

    assertThat(ends).singleElement().matches(end -> end.price().isPresent());
    assertThat(tries.letter).isEqualTo(LetterState.DELIVERED);
    assertThat(carriedOn).isEmpty();
  }

  @Test
  void whatIsLostGoesOnByItsNextWay() {
    tries.write(NAME);

    take.take(NAME, LOST);

    assertThat(tries.letter).isEqualTo(LetterState.UNDELIVERED);
    assertThat(carriedOn).containsExactly(InMemoryTryLog.LETTER);
  }

  @Test
  @AbuseCase("B14")
  void B14theFirstEndStaysWhateverIsReplayed() {
    tries.write(NAME);
    take.take(NAME, LOST);
    take.take(NAME, ARRIVED);
    take.take(NAME, LOST);

    assertThat(ends).hasSize(1);
    assertThat(carriedOn).hasSize(1);
    assertThat(tries.letter).isEqualTo(LetterState.UNDELIVERED);
  }

  @Test
  @AbuseCase("B14")
  void B14anUnknownTryIsLookedForOnceMoreAndThenForgotten() {
    take.take(NAME, ARRIVED);

    assertThat(later).hasSize(1);
    later.get(0).run();
    assertThat(later).hasSize(1);
    assertThat(ends).isEmpty();
  }

  @Test
  void aReceiptThatOvertakesItsSendStillCounts() {
    take.take(NAME, ARRIVED);
    tries.write(NAME);

    later.get(0).run();

    assertThat(tries.letter).isEqualTo(LetterState.DELIVERED);
  }

  @Test
  void aLetterThatIsNotClosedYetMovesLater() {
    tries.write(NAME);
    tries.letter = LetterState.SENDING;
    take.take(NAME, LOST);
    assertThat(carriedOn).isEmpty();

    tries.letter = LetterState.SENT;
    later.get(0).run();

    assertThat(carriedOn).hasSize(1);
  }

  @Test
  void noNewsAndNobodyChangeNothing() {
    tries.write(NAME);
    take.take(NAME, new Receipt.Nothing());
    take.take(NAME, new Receipt.NotGenuine());

    assertThat(ends).isEmpty();
    assertThat(later).isEmpty();
  }
}
