package dev.twostep.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Arrivals that wait for nobody: each starts at its time, however slow the ones before are. */
final class OpenLoop implements AutoCloseable {

  private final ExecutorService arrivals = Executors.newCachedThreadPool();

  /** Starts the visits so far apart and waits until the last one is over. */
  <T> List<T> run(List<Supplier<T>> visits, Duration apart) {
    List<CompletableFuture<T>> running = new ArrayList<>();
    long start = System.nanoTime();
    for (Supplier<T> visit : visits) {
      long at = start + apart.toNanos() * running.size();
      running.add(
          CompletableFuture.supplyAsync(
              visit,
              CompletableFuture.delayedExecutor(
                  at - System.nanoTime(), TimeUnit.NANOSECONDS, arrivals)));
    }
    return running.stream().map(CompletableFuture::join).toList();
  }

  @Override
  public void close() {
    arrivals.shutdownNow();
  }
}
