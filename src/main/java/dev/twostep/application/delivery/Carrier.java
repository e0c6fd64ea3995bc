package dev.twostep.application.delivery;

import dev.twostep.domain.code.OneTimeCode;
import dev.twostep.domain.delivery.Delivery;

/** Words a letter in its reader's language and hands it to the channel that it names. */
@FunctionalInterface
public interface Carrier {

  /** Blocks while the channel works: for the sending threads only. */
  Delivery carry(Letter letter, OneTimeCode code);
}
