package dev.twostep.picture;

import dev.twostep.application.portal.PictureRefusal;
import dev.twostep.application.portal.Pictures;
import dev.twostep.application.portal.Reading;
import dev.twostep.picture.wasm.Sandbox;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Reads photos on a few threads of its own, so that they never take all processors from logins. One
 * for the whole server; it starts nothing and loads nothing before the first picture.
 */
public final class Photos implements Pictures, AutoCloseable {

  private static final int MOST_BYTES = 15_000_000;

  private static final int MOST_OF_ONE_SENDER = 2;

  private final Limits limits;
  private final Places places;
  private final ThreadPoolExecutor workers;
  private final ScheduledExecutorService watch;

  Photos(Limits limits) {
    this.limits = limits;
    this.places = new Places(limits.threads() + limits.waiting(), MOST_OF_ONE_SENDER);
    this.workers =
        new ThreadPoolExecutor(
            limits.threads(),
            limits.threads(),
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(limits.waiting()),
            named("twostep-photo"));
    workers.allowCoreThreadTimeOut(true);
    this.watch = Executors.newSingleThreadScheduledExecutor(named("twostep-photo-time"));
  }

  /** One thread for two processors, and a short queue. */
  public static Photos open() {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new Photos(new Limits(threads, 8, Duration.ofSeconds(2), Duration.ofSeconds(8)));
  }

  @Override
  public Reading read(String sender, Supplier<byte[]> picture) {
    if (!places.take(sender)) {
      return new Reading.Unreadable(PictureRefusal.BUSY);
    }
    try {
      return read(picture);
    } finally {
      places.leave(sender);
    }
  }

  /** One that is in memory already. */
  public Reading read(byte[] picture) {
    return read(() -> picture);
  }

  private Reading read(Supplier<byte[]> picture) {
    try {
      return await(workers.submit(() -> looked(picture)));
    } catch (RejectedExecutionException e) {
      return new Reading.Unreadable(PictureRefusal.BUSY);
    }
  }

  /** The bytes are asked for here, by as few threads as there are: what waits costs no memory. */
  private Reading looked(Supplier<byte[]> picture) {
    try {
      byte[] bytes = picture.get();
      if (bytes.length > MOST_BYTES) {
        return new Reading.Unreadable(PictureRefusal.TOO_BIG);
      }
      PictureKind.of(bytes);
      return timed(bytes);
    } catch (Refused e) {
      return new Reading.Unreadable(e.reason());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    watch.shutdownNow();
  }

  private Reading timed(byte[] picture) {
    Sandbox.load();
    TimeLimit time = new TimeLimit(limits.each(), watch);
    try {
      return new Search(picture).reading();
    } finally {
      time.end();
    }
  }

  private Reading await(Future<Reading> reading) {
    try {
      return reading.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new Reading.Unreadable(PictureRefusal.BUSY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reading.Unreadable(PictureRefusal.BUSY);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException unread) {
        throw unread;
      }
      // No fault of the picture's: whatever is wrong with that, the search has answered.
      throw new IllegalStateException("photos cannot be read", e.getCause());
    } finally {
      reading.cancel(true);
    }
  }

  private static ThreadFactory named(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * How much at once, and how long.
   *
   * @param each the time for one picture
   * @param patience how long its caller waits, the queue included
   */
  record Limits(int threads, int waiting, Duration each, Duration patience) {}
}
