package dev.twostep.application.delivery;

import dev.twostep.domain.delivery.Delivery;

/** Words a message in its reader's language and hands it to the channel that it names. */
@FunctionalInterface
public interface Carrier {

  /** Blocks while the channel works: for the sending threads only. */
  Delivery carry(Message message);
}
