package dev.twostep.application.delivery;

import java.time.Duration;
import java.time.Instant;

/** Keeps messages away from gateways that fail, and from those that asked for a pause. */
public interface Breakers {

  /** Open means that nothing goes there; half open, that one message finds out. */
  enum State {
    CLOSED,
    HALF_OPEN,
    OPEN
  }

  /** One gateway of one realm, by the realm's id. */
  record Place(String realm, String gateway) {}

  /**
   * Whether a message may go there now. Whoever was let through must tell by one of the three
   * methods below what came of it.
   */
  boolean permits(Place place);

  /** The gateway works, whether or not it liked the message. */
  void succeeded(Place place);

  void failed(Place place);

  /** The gateway works and takes nothing for so long. */
  void throttled(Place place, Duration pause);

  /** When a message may go there again; the past or now for one that is closed. */
  Instant readyAt(Place place);

  /** As this node sees it. */
  State state(String realm, String gateway);
}
