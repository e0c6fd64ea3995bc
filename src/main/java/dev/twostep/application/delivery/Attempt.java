package dev.twostep.application.delivery;

import dev.twostep.domain.delivery.Delivery;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One try to hand a message over, and how its outcome is written down. */
final class Attempt {

  /** Longer than any gateway may take: a foreign one that keeps no promise is given up then. */
  static final Duration LONGEST = Duration.ofSeconds(12);

  private Attempt() {}

  /** A gateway that breaks, or never ends, must not leave a message "sending" for ever. */
  static CompletionStage<Delivery> of(Way way, String id) {
    try {
      return way.send(id)
          .toCompletableFuture()
          .copy()
          .orTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
          .exceptionally(Attempt::broken);
    } catch (RuntimeException e) {
      return CompletableFuture.completedStage(broken(e));
    }
  }

  /** By type only: what it says may quote the message. */
  private static Delivery broken(Throwable failure) {
    Throwable cause = cause(failure);
    return cause instanceof TimeoutException
        ? new Delivery.Unavailable("no outcome in time", true)
        : new Delivery.Unavailable(cause.getClass().getSimpleName(), true);
  }

  private static Throwable cause(Throwable failure) {
    @Nullable Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  static String reasonOf(Delivery delivery) {
    if (delivery instanceof Delivery.Rejected rejected) {
      return "rejected: " + rejected.reason();
    }
    if (delivery instanceof Delivery.Unavailable unavailable) {
      return "unavailable: " + unavailable.reason();
    }
    return delivery instanceof Delivery.Throttled throttled
        ? "throttled: " + throttled.retryAfter()
        : "";
  }
}
