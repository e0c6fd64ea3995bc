package dev.twostep.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs blocks of logins of all variants by turns, so that whatever else the machine does meets all
 * of them alike.
 */
final class Rounds {

  /** Longer than any cool-down and any time step: no user is ever told to wait. */
  static final Duration REST_OF_A_USER = Duration.ofSeconds(65);

  /** What is left to do after the last answer: closing letters, ending transactions. */
  private static final Duration TAIL = Duration.ofMillis(50);

  private static final int MOST_FAILED = 3;

  private final Settings settings;
  private final Logins logins;
  private final ServerMeter meter;
  private final Random random = new Random(1);
  private final Map<Variant, List<Instant>> blockEnds = new EnumMap<>(Variant.class);

  private int failed;

  Rounds(Settings settings, Logins logins, ServerMeter meter) {
    this.settings = settings;
    this.logins = logins;
    this.meter = meter;
  }

  /** One block of every variant, in an order of its own. */
  List<Measurement> round(int number) {
    List<Variant> order = new ArrayList<>(settings.variants());
    Collections.shuffle(order, random);
    return order.stream().map(variant -> block(number, variant)).toList();
  }

  /** One block: the variant's next users, one after another. */
  Measurement block(int round, Variant variant) {
    List<Instant> ends = blockEnds.computeIfAbsent(variant, v -> new ArrayList<>());
    letRest(ends);
    int first = ends.size() % settings.blocks() * settings.logins();
    Latencies latencies = new Latencies();
    ServerMeter.Used used = meter.during(() -> logInFrom(first, variant, latencies));
    ends.add(Instant.now());
    return new Measurement(
        round, variant, settings.logins(), used.cpuNanos(), used.allocatedBytes(), latencies);
  }

  private void logInFrom(int first, Variant variant, Latencies latencies) {
    for (int user = first; user < first + settings.logins(); user++) {
      logIn(new BenchUser(user), variant, latencies);
    }
    LockSupport.parkNanos(TAIL.toNanos());
  }

  /**
   * One that fails is told of, and its block goes on: a run of twenty minutes is not lost by it.
   */
  private void logIn(BenchUser user, Variant variant, Latencies latencies) {
    try {
      latencies.add(logins.nanosOf(variant, user));
    } catch (IllegalStateException e) {
      failed++;
      LoginBench.say("Failed login number " + failed + ": " + e.getMessage());
      if (failed > MOST_FAILED) {
        throw e;
      }
    }
  }

  private void letRest(List<Instant> ends) {
    int last = ends.size() - settings.blocks();
    if (last >= 0) {
      Duration rest = Duration.between(Instant.now(), ends.get(last).plus(REST_OF_A_USER));
      if (!rest.isNegative()) {
        LockSupport.parkNanos(rest.toNanos());
      }
    }
  }
}
