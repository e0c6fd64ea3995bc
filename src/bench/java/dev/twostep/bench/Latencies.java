package dev.twostep.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long things took; many threads may add to it. */
final class Latencies {

  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

  void add(long nanosTaken) {
    nanos.add(nanosTaken);
  }

  void addAll(Latencies others) {
    nanos.addAll(others.nanos);
  }

  int count() {
    return nanos.size();
  }

  long within(Duration limit) {
    return nanos.stream().filter(taken -> taken <= limit.toNanos()).count();
  }

  /** Milliseconds at that quantile, by the nearest rank: never better than a real one. */
  double millis(double quantile) {
    return millis(nanos, quantile);
  }

  private static double millis(Collection<Long> values, double quantile) {
    long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
    int rank = (int) Math.ceil(quantile * sorted.length) - 1;
    return sorted.length == 0 ? Double.NaN : sorted[Math.max(rank, 0)] / 1e6;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d, p50 %.0f ms, p99 %.0f ms, longest %.0f ms",
        count(),
        millis(0.5),
        millis(0.99),
        millis(1));
  }
}
