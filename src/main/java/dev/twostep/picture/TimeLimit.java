package dev.twostep.picture;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Interrupts the thread that opened it once it has used up its time: processor time, so that a busy
 * machine refuses no good picture, and more of the clock's.
 */
final class TimeLimit {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int CLOCK_FACTOR = 3;
  private static final int LOOKS = 20;

  private final Thread worker = Thread.currentThread();
  private final long started = System.nanoTime();
  private final long cpuAtStart = cpu();
  private final Duration limit;
  private final Future<?> looking;
  private boolean over;

  TimeLimit(Duration limit, ScheduledExecutorService watch) {
    this.limit = limit;
    long pause = Math.max(1, limit.toMillis() / LOOKS);
    this.looking = watch.scheduleAtFixedRate(this::look, pause, pause, TimeUnit.MILLISECONDS);
  }

  private synchronized void look() {
    long most = limit.toNanos();
    if (!over && (cpu() - cpuAtStart > most || System.nanoTime() - started > CLOCK_FACTOR * most)) {
      worker.interrupt();
    }
  }

  private long cpu() {
    return THREADS.isThreadCpuTimeSupported() ? THREADS.getThreadCpuTime(worker.getId()) : 0;
  }

  /** From here on the thread is not interrupted any more. */
  synchronized void end() {
    over = true;
    looking.cancel(false);
    Thread.interrupted();
  }
}
