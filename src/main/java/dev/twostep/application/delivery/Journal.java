package dev.twostep.application.delivery;

import dev.twostep.domain.delivery.Delivery;
import java.time.Duration;
import java.time.Instant;

/** Keeps what became of every try to send: for the message log, the meters and the events. */
@FunctionalInterface
public interface Journal {

  /**
   * One try that has ended.
   *
   * @param id of the try; receipts name it
   * @param gateway the name that the realm gave it, or {@code smtp}
   * @param latency from handing over to the outcome
   */
  record Attempted(
      String id, Message message, String gateway, Delivery outcome, Instant at, Duration latency) {}

  void attempted(Attempted attempted);
}
