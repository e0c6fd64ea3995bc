package dev.twostep.channel.pretend;

import dev.twostep.application.delivery.Gateway;
import dev.twostep.application.delivery.TextMessage;
import dev.twostep.domain.delivery.Delivery;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Delivers every message to an inbox in memory that anyone may read: for development only. */
public final class PretendGateway implements Gateway {

  private static final System.Logger LOG = System.getLogger(PretendGateway.class.getName());

  private final PretendInbox inbox;
  private final Clock clock;

  public PretendGateway(DevelopmentMode proof, PretendInbox inbox, Clock clock) {
    Objects.requireNonNull(proof, "pretending needs a server in development mode");
    this.inbox = inbox;
    this.clock = clock;
    LOG.log(
        System.Logger.Level.WARNING,
        "PRETEND SMS GATEWAY: no SMS leaves this server and anyone who reaches it reads all codes."
            + " For development only.");
  }

  @Override
  public CompletionStage<Delivery> send(TextMessage message) {
    inbox.add(message, clock.instant());
    return CompletableFuture.completedStage(new Delivery.Delivered(Optional.empty()));
  }
}
