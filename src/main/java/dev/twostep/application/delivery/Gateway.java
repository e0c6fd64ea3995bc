package dev.twostep.application.delivery;

import dev.twostep.domain.delivery.Delivery;
import java.util.concurrent.CompletionStage;

/** One SMS service. Never throws for an outage: every outcome is a {@link Delivery}. */
@FunctionalInterface
public interface Gateway {

  /**
   * Hands over one message; ends within eleven seconds, always normally. Called by a sending
   * thread, never in a login; whoever can wait without a thread should.
   */
  CompletionStage<Delivery> send(TextMessage message);

  /**
   * Reads what the service calls back with about a message, once it has proven to be the service.
   */
  default Receipt receipt(Callback callback) {
    return new Receipt.NotGenuine();
  }
}
