package dev.twostep.keycloak.wiring;

import dev.twostep.domain.factor.FactorKind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * All threads of this extension, sixteen at most: five for SMS, six for e-mail, two for answers of
 * gateways with the one selector of their HTTP client, one for lists of accounts, and one that
 * looks at the clock. Keycloak's own pools have four threads and an endless queue.
 */
final class SendingThreads implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(SendingThreads.class);

  /** Each one that waits keeps its text in memory. */
  private static final int LISTS = 4;

  private final Lane sms = new Lane("twostep-send-sms", new Lane.Size(5, 200, 1000));
  private final Lane mail = new Lane("twostep-send-mail", new Lane.Size(6, 6, 1000));
  private final ThreadPoolExecutor answers =
      new ThreadPoolExecutor(
          2, 2, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("twostep-send-http"));
  private final ThreadPoolExecutor lists =
      new ThreadPoolExecutor(
          1, 1, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(LISTS), named("twostep-list"));
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, named("twostep-timer"));

  SendingThreads() {
    answers.allowCoreThreadTimeOut(true);
    lists.allowCoreThreadTimeOut(true);
    timer.setRemoveOnCancelPolicy(true);
    Gauge.builder("twostep.letters.waiting", this, SendingThreads::waiting)
        .register(Metrics.globalRegistry);
  }

  private static ThreadFactory named(String name) {
    AtomicInteger number = new AtomicInteger();
    ThreadFactory plain = Executors.defaultThreadFactory();
    return task -> {
      Thread thread = plain.newThread(task);
      thread.setName(name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  Lane of(FactorKind channel) {
    return channel == FactorKind.EMAIL ? mail : sms;
  }

  /** Runs what an HTTP client does between a request and its answer. */
  Executor answers() {
    return answers;
  }

  /** Bookkeeping that may wait for messages, and is left undone where too much of it waits. */
  void aside(Runnable task) {
    boolean taken =
        sms.offerLater(
            () -> {
              task.run();
              return CompletableFuture.completedStage(null);
            });
    if (!taken) {
      LOG.warn("too much waits already: the books of a message stay as they are");
    }
  }

  /** Bookkeeping that must not be left undone: never refused. */
  void bookAfter(Duration delay, Runnable task) {
    after(delay, () -> sms.execute(guarded(task)));
  }

  /** Follows a long list; false if so many wait already that it was not taken. */
  boolean list(Runnable task) {
    try {
      lists.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  void after(Duration delay, Runnable task) {
    var unused = timer.schedule(guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  void every(Duration pause, Runnable task) {
    var unused =
        timer.scheduleWithFixedDelay(
            guarded(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A timer forgets a task that throws: the next round may find the database back. */
  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.warnf("waiting messages could not be looked at: %s", e);
      }
    };
  }

  int waiting() {
    return sms.waiting() + mail.waiting();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    sms.close();
    mail.close();
    answers.shutdownNow();
    lists.shutdownNow();
  }
}
