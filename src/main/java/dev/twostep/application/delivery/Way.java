package dev.twostep.application.delivery;

import dev.twostep.domain.delivery.Delivery;
import java.util.concurrent.CompletionStage;

/** A message that is worded, and one gateway that can take it; needs no database any more. */
public interface Way {

  /** The name that the realm gave the gateway, or {@code smtp}. */
  String gateway();

  /**
   * Hands the message over; may block where the channel knows no other way.
   *
   * @param attempt the id of this try; receipts name it
   */
  CompletionStage<Delivery> send(String attempt);
}
