package dev.twostep.keycloak.wiring;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The few threads of one channel, and a bounded queue before them: a channel that hangs fills its
 * own lane and no other. A job is over when its stage ends, so far more jobs than threads can be
 * under way where the channel needs no thread to wait.
 */
final class Lane implements Executor, AutoCloseable {

  /** How much a lane takes. */
  record Size(int threads, int underWay, int waiting) {}

  private static final Logger LOG = Logger.getLogger(Lane.class);

  private final Size size;
  private final ThreadPoolExecutor pool;
  private final Queue<Supplier<CompletionStage<?>>> urgent = new ArrayDeque<>();
  private final Queue<Supplier<CompletionStage<?>>> later = new ArrayDeque<>();
  private int free;

  Lane(String name, Size size) {
    this.size = size;
    this.free = size.underWay();
    AtomicInteger number = new AtomicInteger();
    // Endless, and yet bounded: what enters it is under way, or goes on after an answer.
    pool =
        new ThreadPoolExecutor(
            size.threads(),
            size.threads(),
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  /** False if so many wait already that the job was not taken. */
  synchronized boolean offer(Supplier<CompletionStage<?>> job) {
    return offer(job, urgent, 0);
  }

  /** The same for a job that can wait: it leaves half of the lane to those that cannot. */
  synchronized boolean offerLater(Supplier<CompletionStage<?>> job) {
    return offer(job, later, size.underWay() / 2);
  }

  private boolean offer(
      Supplier<CompletionStage<?>> job, Queue<Supplier<CompletionStage<?>>> queue, int reserve) {
    if (pool.isShutdown()) {
      return false;
    }
    if (free > reserve) {
      free--;
      start(job);
      return true;
    }
    return waiting() < size.waiting() && queue.offer(job);
  }

  synchronized int waiting() {
    return urgent.size() + later.size();
  }

  /** What goes on after an answer; never refused, for it is under way already. */
  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }

  private void start(Supplier<CompletionStage<?>> job) {
    pool.execute(() -> run(job).whenComplete(this::over));
  }

  private static CompletionStage<?> run(Supplier<CompletionStage<?>> job) {
    try {
      return job.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private void over(Object ignored, Throwable failure) {
    if (failure != null) {
      LOG.error("a message could not be claimed or closed", failure);
    }
    next();
  }

  private synchronized void next() {
    free++;
    Supplier<CompletionStage<?>> job = urgent.poll();
    if (job == null && free > size.underWay() / 2) {
      job = later.poll();
    }
    if (job != null && !pool.isShutdown()) {
      free--;
      start(job);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
