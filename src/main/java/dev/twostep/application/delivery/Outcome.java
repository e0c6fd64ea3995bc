package dev.twostep.application.delivery;

import dev.twostep.domain.delivery.Delivery;
import java.util.Locale;

/** The word for what became of one try, as the message log and the meters know it. */
public enum Outcome {
  ACCEPTED,
  REJECTED,
  UNAVAILABLE,
  THROTTLED;

  public static Outcome of(Delivery delivery) {
    if (delivery instanceof Delivery.Delivered) {
      return ACCEPTED;
    }
    if (delivery instanceof Delivery.Rejected) {
      return REJECTED;
    }
    return delivery instanceof Delivery.Throttled ? THROTTLED : UNAVAILABLE;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
