package dev.twostep.application.delivery;

import java.math.BigDecimal;
import java.util.Optional;

/** What a service tells about a message that it took before. */
public sealed interface Receipt {

  /** Whoever called is not the service, or the request cannot be read: nothing may come of it. */
  record NotGenuine() implements Receipt {}

  /** Genuine, and no news: the message is still on its way. */
  record Nothing() implements Receipt {}

  /** It reached the phone; {@code price} is what it cost, if the service says so. */
  record Arrived(Optional<String> reference, Optional<BigDecimal> price) implements Receipt {}

  /** It will not reach the phone; {@code reason} names no recipient. */
  record Lost(Optional<String> reference, String reason) implements Receipt {}
}
