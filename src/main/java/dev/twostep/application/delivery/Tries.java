package dev.twostep.application.delivery;

import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.delivery.Delivery;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Hands messages to gateways that are fit for it, and keeps what came of it. */
public final class Tries {

  private static final System.Logger LOG = System.getLogger(Tries.class.getName());

  private final Breakers breakers;
  private final Journal journal;
  private final Clock clock;
  private final SecureRandom random;

  public Tries(Breakers breakers, Journal journal, Clock clock, SecureRandom random) {
    this.breakers = breakers;
    this.journal = journal;
    this.clock = clock;
    this.random = random;
  }

  /** Whether that gateway may be tried now; then {@link #send} must follow. */
  boolean permits(Message message, Way way) {
    return breakers.permits(place(message, way));
  }

  Instant readyAt(Message message, Way way) {
    return breakers.readyAt(place(message, way));
  }

  /** One try; what comes of it is told by one of {@code lane}'s threads. Never ends otherwise. */
  CompletionStage<Delivery> send(Message message, Way way, Executor lane) {
    String id = ChallengeId.random(random).hex();
    Instant start = clock.instant();
    return Attempt.of(way, id)
        .thenApplyAsync(
            outcome -> {
              Instant end = clock.instant();
              heard(place(message, way), outcome);
              note(
                  new Journal.Attempted(
                      id, message, way.gateway(), outcome, end, Duration.between(start, end)));
              return outcome;
            },
            lane);
  }

  private void heard(Breakers.Place place, Delivery outcome) {
    if (outcome instanceof Delivery.Unavailable) {
      breakers.failed(place);
    } else if (outcome instanceof Delivery.Throttled throttled) {
      breakers.throttled(place, throttled.retryAfter());
    } else {
      breakers.succeeded(place);
    }
  }

  /** A book that cannot be written must not stop the next try. */
  private void note(Journal.Attempted attempted) {
    try {
      journal.attempted(attempted);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a try to send could not be noted", e);
    }
  }

  private static Breakers.Place place(Message message, Way way) {
    return new Breakers.Place(message.realm(), way.gateway());
  }
}
