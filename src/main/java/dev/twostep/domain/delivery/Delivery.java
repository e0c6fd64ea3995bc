package dev.twostep.domain.delivery;

import java.time.Duration;
import java.util.Optional;

/** What became of handing one message to a channel; reasons name no recipient and no secret. */
public sealed interface Delivery {

  /** The channel took the message; {@code reference} is its own id of it, if it gave one. */
  record Delivered(Optional<String> reference) implements Delivery {}

  /** The channel will never take this message to this recipient: trying it again is useless. */
  record Rejected(String reason) implements Delivery {}

  /**
   * The channel failed: another one may be tried with the same code.
   *
   * @param uncertain the message may have gone out all the same, as after a lost answer
   */
  record Unavailable(String reason, boolean uncertain) implements Delivery {

    /** An outage after which the message has certainly not gone out. */
    public Unavailable(String reason) {
      this(reason, false);
    }
  }

  /** The channel asks to wait before anything else is sent through it. */
  record Throttled(Duration retryAfter) implements Delivery {}
}
