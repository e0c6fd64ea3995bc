package dev.twostep.application.delivery;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Words a message in its reader's language and finds the gateways of its channel. */
@FunctionalInterface
public interface Carrier {

  /**
   * What the choice of ways depends on, besides the message.
   *
   * @param draw the same text draws the same first gateway
   * @param used gateways that come last; asked only where there is a choice
   * @param base where receipts go; empty if they cannot
   */
  record Heading(String draw, Supplier<Set<String>> used, Optional<URI> base) {}

  /** Quick: reads the database, and calls nobody. */
  Worded word(Message message, Heading heading);
}
