package dev.twostep.channel.breaker;

import dev.twostep.application.delivery.Breakers.State;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** The breaker of one gateway, which also keeps a pause that the gateway asked for. */
final class GatewayBreaker {

  private final Exception outage = new Exception("the gateway failed");
  private final CircuitBreaker breaker;
  private final Clock clock;
  private Instant readyAt = Instant.MIN;

  GatewayBreaker(CircuitBreakerConfig config, Clock clock, BiConsumer<State, State> changed) {
    this.breaker = CircuitBreaker.of("gateway", config);
    this.clock = clock;
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> {
              State to = stateOf(event.getStateTransition().getToState());
              if (to == State.OPEN) {
                opened();
              }
              changed.accept(stateOf(event.getStateTransition().getFromState()), to);
            });
  }

  /** A pause that was asked for may be longer than what an open breaker waits. */
  private void opened() {
    Instant usual = clock.instant().plus(GatewayBreakers.OPEN);
    readyAt = readyAt.isAfter(clock.instant()) ? readyAt : usual;
  }

  synchronized boolean permits() {
    if (readyAt.isAfter(clock.instant())) {
      return false;
    }
    // By our own clock: the library's opens a moment after the time, and the pause is exact.
    if (breaker.getState() == CircuitBreaker.State.OPEN) {
      breaker.transitionToHalfOpenState();
    }
    return breaker.tryAcquirePermission();
  }

  synchronized void succeeded() {
    breaker.onSuccess(0, TimeUnit.MILLISECONDS);
  }

  synchronized void failed() {
    breaker.onError(0, TimeUnit.MILLISECONDS, outage);
  }

  /** A later, shorter pause does not shorten the one that runs. */
  synchronized void throttled(Duration pause) {
    Instant until = clock.instant().plus(pause);
    readyAt = until.isAfter(readyAt) ? until : readyAt;
    if (breaker.getState() != CircuitBreaker.State.OPEN) {
      breaker.transitionToOpenStateFor(pause);
    }
  }

  synchronized Instant readyAt() {
    return breaker.getState() == CircuitBreaker.State.HALF_OPEN
        ? clock.instant().plus(GatewayBreakers.PROBING)
        : readyAt;
  }

  synchronized State state() {
    return stateOf(breaker.getState());
  }

  private static State stateOf(CircuitBreaker.State state) {
    return switch (state) {
      case OPEN, FORCED_OPEN -> State.OPEN;
      case HALF_OPEN -> State.HALF_OPEN;
      case CLOSED, DISABLED, METRICS_ONLY -> State.CLOSED;
    };
  }
}
