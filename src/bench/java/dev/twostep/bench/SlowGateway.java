package dev.twostep.bench;

import dev.twostep.bench.SlowRound.Seen;
import dev.twostep.fixture.gateway.Misbehaviour;
import dev.twostep.fixture.login.LoginDriver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * 200 logins come in four seconds while the gateway takes five seconds for each message; by turns
 * with a gateway that answers at once, everything else alike.
 */
final class SlowGateway {

  static final int ENOUGH = 20;
  static final int ROUNDS = Integer.getInteger("bench.rounds", ENOUGH);
  private static final int VISITS = 200;
  private static final Duration APART = Duration.ofMillis(20);
  private static final Duration OTHERS_APART = Duration.ofMillis(200);
  private static final Duration IN_FLIGHT = Duration.ofSeconds(4);
  private static final Duration SLOW = Duration.ofSeconds(5);

  private final Crowd crowd;
  private final ServerWatch watch;
  private final AtomicInteger nextOther = new AtomicInteger();
  private int threads;
  private long held;
  private int lost;

  SlowGateway(Crowd crowd, ServerWatch watch) {
    this.crowd = crowd;
    this.watch = watch;
  }

  SlowGatewayReport measure() {
    pair(true);
    threads = 0;
    held = 0;
    lost = 0;
    List<SlowRound> rounds = new ArrayList<>();
    for (int n = 1; n <= ROUNDS; n++) {
      rounds.add(pair(n % 2 == 0));
      DeliveryBench.say("Slow gateway, round " + n + ": " + rounds.get(n - 1).slow().pages());
    }
    return new SlowGatewayReport(rounds, threads, held, lost, 2 * ROUNDS * VISITS);
  }

  private SlowRound pair(boolean slowFirst) {
    if (slowFirst) {
      Seen slow = round(Misbehaviour.slowAnswer(SLOW));
      return new SlowRound(round(Misbehaviour.none()), slow);
    }
    Seen quick = round(Misbehaviour.none());
    return new SlowRound(quick, round(Misbehaviour.slowAnswer(SLOW)));
  }

  private Seen round(Misbehaviour behaviour) {
    Seen seen = new Seen();
    crowd.first().behave(behaviour);
    List<SmsVisit> visits = crowd.open(VISITS);
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService beside = Executors.newSingleThreadExecutor();
    try (OpenLoop loop = new OpenLoop()) {
      var others = beside.submit(() -> others(over, seen.others()));
      loop.run(visits.stream().map(v -> timed(v, seen.pages())).toList(), APART);
      watch();
      over.set(true);
      others.get();
      lost +=
          (int)
              visits.stream().filter(v -> !v.code(crowd.gateways(), Duration.ofMinutes(2))).count();
      return seen;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      beside.shutdownNow();
    }
  }

  private static Supplier<Boolean> timed(SmsVisit visit, Latencies pages) {
    return () -> {
      pages.add(visit.password());
      return true;
    };
  }

  private void watch() {
    long end = System.nanoTime() + IN_FLIGHT.toNanos();
    while (System.nanoTime() < end) {
      threads = Math.max(threads, watch.threads());
      held = Math.max(held, watch.longTransactions());
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }
  }

  /** Logins by password only, begun at a steady pace. */
  private void others(AtomicBoolean over, Latencies latencies) {
    try (OpenLoop loop = new OpenLoop()) {
      while (!over.get()) {
        List<Supplier<Boolean>> few = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
          few.add(() -> other(latencies));
        }
        loop.run(few, OTHERS_APART);
      }
    }
  }

  private boolean other(Latencies latencies) {
    BenchUser user = new BenchUser(nextOther.getAndIncrement() % 200);
    long begun = System.nanoTime();
    LoginDriver browser = LoginDriver.at(crowd.server());
    var page =
        browser.login(DeliveryRealm.PASSWORD, Logins.CLIENT, user.name(), BenchUser.PASSWORD);
    browser.tokens(DeliveryRealm.PASSWORD, Logins.CLIENT, page.code().orElseThrow());
    latencies.add(System.nanoTime() - begun);
    return true;
  }
}
