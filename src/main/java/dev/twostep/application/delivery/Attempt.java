package dev.twostep.application.delivery;

import dev.twostep.domain.delivery.Delivery;
import java.util.function.Supplier;

/** One try to hand a message over, and how its outcome is written down. */
final class Attempt {

  private Attempt() {}

  /** A carrier that breaks must not leave a message "sending" for ever. */
  static Delivery of(Supplier<Delivery> carrying) {
    try {
      return carrying.get();
    } catch (RuntimeException e) {
      return new Delivery.Unavailable(e.getClass().getSimpleName());
    }
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
