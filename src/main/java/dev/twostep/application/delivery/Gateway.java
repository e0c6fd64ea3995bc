package dev.twostep.application.delivery;

import dev.twostep.domain.delivery.Delivery;

/** One SMS service. Never throws for an outage: every outcome is a {@link Delivery}. */
@FunctionalInterface
public interface Gateway {

  /** Hands over one message; blocks at most for the gateway's own time-out, never in a login. */
  Delivery send(TextMessage message);
}
