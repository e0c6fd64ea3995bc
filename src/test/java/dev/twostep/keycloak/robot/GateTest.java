package dev.twostep.keycloak.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @Test
  void noMoreThanThatManyAtOnceAndAllGetTheirTurn() {
    Gate gate = new Gate(20, 3, LONG);

    List<CompletableFuture<Optional<Integer>>> all =
        IntStream.range(0, 20).mapToObj(n -> later(() -> gate.pass(() -> settled(n)))).toList();

    assertThat(all.stream().map(CompletableFuture::join)).doesNotContain(Optional.empty());
    assertThat(most.get()).isBetween(1, 3);
  }

  private int settled(int n) {
    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    inside.decrementAndGet();
    return n;
  }

  @Test
  void whoWaitsTooLongAndWhoFindsTheHouseFullIsSentAway() throws InterruptedException {
    Gate impatient = new Gate(2, 1, Duration.ofMillis(10));
    Gate full = new Gate(1, 1, LONG);
    CountDownLatch in = new CountDownLatch(2);
    CountDownLatch out = new CountDownLatch(1);
    CompletableFuture<Optional<Integer>> first = later(() -> impatient.pass(() -> held(in, out)));
    CompletableFuture<Optional<Integer>> second = later(() -> full.pass(() -> held(in, out)));
    in.await();

    assertThat(impatient.pass(() -> 2)).isEmpty();
    assertThat(full.pass(() -> 2)).isEmpty();

    out.countDown();
    assertThat(first.join()).contains(1);
    assertThat(second.join()).contains(1);
    assertThat(impatient.pass(() -> 2)).contains(2);
    assertThat(full.pass(() -> 2)).contains(2);
  }

  private static int held(CountDownLatch in, CountDownLatch out) {
    in.countDown();
    try {
      out.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return 1;
  }

  @Test
  void aRefusalLeavesTheGateOpen() {
    Gate gate = new Gate(1, 1, LONG);
    for (int time = 0; time < 3; time++) {
      assertThatThrownBy(() -> gate.pass(GateTest::refused)).hasMessage("no");
    }
    assertThat(gate.pass(() -> 1)).contains(1);
  }

  private static Integer refused() {
    throw new IllegalStateException("no");
  }

  /** On a thread of its own: the common pool has as many as this machine has processors. */
  private static <T> CompletableFuture<T> later(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> new Thread(task).start());
  }
}
