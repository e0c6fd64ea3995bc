package dev.twostep.channel.breaker;

import dev.twostep.application.delivery.Breakers;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One breaker per realm and gateway. It opens when half of the last twenty messages failed, and
 * lets one through fifteen seconds later to find out.
 */
public final class GatewayBreakers implements Breakers {

  /** How long an open breaker waits before it lets one message find out. */
  static final Duration OPEN = Duration.ofSeconds(15);

  /** How soon to ask again while one message is finding out. */
  static final Duration PROBING = Duration.ofSeconds(5);

  static final int FEWEST = 10;

  /** Hears of every breaker that is made, and of every change of state. */
  public interface Watcher {

    /** A breaker was made: it is closed. */
    void made(Place place);

    void changed(Place place, State from, State to);
  }

  private final Map<Place, GatewayBreaker> breakers = new ConcurrentHashMap<>();
  private final Clock clock;
  private final Watcher watcher;
  private final CircuitBreakerConfig config;

  public GatewayBreakers(Clock clock, Watcher watcher) {
    this.clock = clock;
    this.watcher = watcher;
    // No automatic change from open to half open and no limit for half open: both need a thread.
    this.config =
        CircuitBreakerConfig.custom()
            .clock(clock)
            .slidingWindowType(SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(20)
            .minimumNumberOfCalls(FEWEST)
            .failureRateThreshold(50)
            .waitDurationInOpenState(OPEN)
            .permittedNumberOfCallsInHalfOpenState(1)
            .writableStackTraceEnabled(false)
            .build();
  }

  @Override
  public boolean permits(Place place) {
    return of(place).permits();
  }

  @Override
  public void succeeded(Place place) {
    of(place).succeeded();
  }

  @Override
  public void failed(Place place) {
    of(place).failed();
  }

  @Override
  public void throttled(Place place, Duration pause) {
    of(place).throttled(pause);
  }

  @Override
  public Instant readyAt(Place place) {
    return of(place).readyAt();
  }

  @Override
  public State state(String realm, String gateway) {
    return Optional.ofNullable(breakers.get(new Place(realm, gateway)))
        .map(GatewayBreaker::state)
        .orElse(State.CLOSED);
  }

  private GatewayBreaker of(Place place) {
    return breakers.computeIfAbsent(place, this::make);
  }

  private GatewayBreaker make(Place place) {
    watcher.made(place);
    return new GatewayBreaker(config, clock, (from, to) -> watcher.changed(place, from, to));
  }
}
