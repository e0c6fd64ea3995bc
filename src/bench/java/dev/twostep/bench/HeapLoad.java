package dev.twostep.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Logins of several kinds by turns, as fast as a few threads can, each waiting for its own. */
final class HeapLoad implements AutoCloseable {

  /** So many users that nobody gets more messages, or comes sooner, than Twostep allows. */
  static final Map<Variant, Integer> USERS =
      Map.of(
          Variant.PASSWORD, 1000,
          Variant.TWOSTEP_TOTP, 2500,
          Variant.TWOSTEP_SMS, 4000,
          Variant.TWOSTEP_DEVICE, 2500);

  static final List<Variant> MIX =
      List.of(Variant.PASSWORD, Variant.TWOSTEP_SMS, Variant.TWOSTEP_TOTP, Variant.TWOSTEP_DEVICE);

  static final int THREADS = 4;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final AtomicInteger next = new AtomicInteger();
  private final Logins logins;

  HeapLoad(Logins logins) {
    this.logins = logins;
  }

  /** Returns when so many more logins are over; the first that fails ends it. */
  void run(int more) {
    int end = next.get() + more;
    List<Callable<Integer>> workers = new ArrayList<>();
    for (int n = 0; n < THREADS; n++) {
      workers.add(() -> work(end));
    }
    try {
      for (var worker : threads.invokeAll(workers)) {
        worker.get();
      }
      next.set(end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private int work(int end) {
    int done = 0;
    for (int n = next.getAndIncrement(); n < end; n = next.getAndIncrement()) {
      Variant variant = MIX.get(n % MIX.size());
      logins.logIn(variant, new BenchUser(1 + n / MIX.size() % USERS.get(variant)));
      done++;
    }
    return done;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
