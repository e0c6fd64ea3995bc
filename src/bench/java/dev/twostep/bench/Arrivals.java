package dev.twostep.bench;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Logins of one variant that arrive at a steady rate, however long the ones before take. */
record Arrivals(Settings.Arrivals settings, Logins logins) {

  /**
   * How long the good ones took, from their first request on.
   *
   * @param errors logins that ended anywhere but with tokens
   */
  record Outcome(Latencies latencies, long errors, String firstError) {}

  Outcome of(Variant variant) {
    Latencies latencies = new Latencies();
    AtomicReference<String> firstError = new AtomicReference<>("");
    try (OpenLoop loop = new OpenLoop()) {
      Stream<Supplier<Boolean>> visits =
          IntStream.range(0, settings.logins())
              .mapToObj(n -> () -> visit(variant, new BenchUser(n), latencies, firstError));
      long errors =
          loop.run(visits.toList(), settings.apart()).stream().filter(good -> !good).count();
      return new Outcome(latencies, errors, firstError.get());
    }
  }

  private boolean visit(
      Variant variant, BenchUser user, Latencies latencies, AtomicReference<String> firstError) {
    try {
      latencies.add(logins.nanosOf(variant, user));
      return true;
    } catch (RuntimeException | AssertionError lost) {
      firstError.compareAndSet("", String.valueOf(lost.getMessage()));
      return false;
    }
  }
}
