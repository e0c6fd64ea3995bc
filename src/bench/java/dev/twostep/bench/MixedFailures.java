package dev.twostep.bench;

import dev.twostep.fixture.gateway.Misbehaviour;
import dev.twostep.fixture.gateway.Misbehaviour.Kind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** 30 of 100 messages meet a first gateway that fails in one of four ways; the second one works. */
final class MixedFailures {

  private static final int VISITS = Integer.getInteger("bench.failing", 600);
  private static final Duration APART = Duration.ofMillis(200);
  private static final Duration ENOUGH = Duration.ofSeconds(15);
  private static final List<Kind> WAYS =
      List.of(Kind.SERVER_ERROR, Kind.TOO_MANY, Kind.RESET, Kind.HANG);

  private final Crowd crowd;
  private final Latencies whole = new Latencies();
  private final AtomicInteger messages = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger unlike = new AtomicInteger();

  MixedFailures(Crowd crowd) {
    this.crowd = crowd;
  }

  List<String> measure() {
    crowd.first().behave(Misbehaviour.none());
    List<SmsVisit> visits = crowd.open(VISITS);
    for (int n = 0; n < VISITS; n++) {
      if (n % 10 < 3) {
        crowd.first().behaveFor(visits.get(n).user().phone(), failing(n));
      }
    }
    try (OpenLoop loop = new OpenLoop()) {
      loop.run(visits.stream().map(this::login).toList(), APART);
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "mixed failures: %d logins, %.2f %% within 15 s; %s",
            VISITS,
            100.0 * whole.within(ENOUGH) / VISITS,
            whole),
        String.format(
            Locale.ROOT,
            "mixed failures: %.3f messages a login, at most %d, %d with unlike codes",
            (double) messages.get() / VISITS,
            most.get(),
            unlike.get()));
  }

  private static Misbehaviour failing(int n) {
    Kind kind = WAYS.get((n / 10 + n) % WAYS.size());
    return kind == Kind.HANG ? Misbehaviour.hang(Duration.ofSeconds(60)) : Misbehaviour.of(kind);
  }

  private Supplier<Boolean> login(SmsVisit visit) {
    return () -> {
      visit.password();
      if (visit.code(crowd.gateways(), Duration.ofMinutes(1))) {
        whole.add(visit.sincePassword());
      }
      List<String> texts = crowd.messagesTo(visit.user());
      messages.addAndGet(texts.size());
      most.accumulateAndGet(texts.size(), Math::max);
      if (new HashSet<>(texts).size() > 1) {
        unlike.incrementAndGet();
      }
      return true;
    };
  }
}
