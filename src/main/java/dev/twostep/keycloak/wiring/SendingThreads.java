package dev.twostep.keycloak.wiring;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The few threads that talk to gateways. Keycloak's own pools have four threads and an endless
 * queue; this one is bounded and says so when it is full.
 */
final class SendingThreads implements AutoCloseable {

  private static final int THREADS = 16;
  private static final int QUEUE = 1000;

  private final ThreadPoolExecutor pool;

  SendingThreads() {
    AtomicInteger number = new AtomicInteger();
    pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            task -> {
              Thread thread = new Thread(task, "twostep-send-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  /** False if so much waits already that the task was not taken. */
  boolean offer(Runnable task) {
    try {
      pool.execute(task);
      return true;
    } catch (RejectedExecutionException full) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
