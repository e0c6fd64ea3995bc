package dev.twostep.keycloak.wiring;

import dev.twostep.application.delivery.Alerts;
import dev.twostep.application.delivery.Breakers.Place;
import dev.twostep.application.delivery.Breakers.State;
import dev.twostep.channel.breaker.GatewayBreakers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/** Tells operators of gateways that are passed by: in the log, as a gauge and as an alert. */
final class BreakerWatch implements GatewayBreakers.Watcher {

  private static final Logger LOG = Logger.getLogger(BreakerWatch.class);

  private static final Map<State, Double> VALUES =
      Map.of(State.CLOSED, 0.0, State.HALF_OPEN, 0.5, State.OPEN, 1.0);

  private final Map<Place, State> states = new ConcurrentHashMap<>();
  private final Alerts alerts;
  private final UnaryOperator<String> nameOfRealm;

  BreakerWatch(Alerts alerts, UnaryOperator<String> nameOfRealm) {
    this.alerts = alerts;
    this.nameOfRealm = nameOfRealm;
  }

  @Override
  public void made(Place place) {
    states.put(place, State.CLOSED);
    Gauge.builder(
            "twostep.gateway.open",
            states,
            known -> VALUES.get(known.getOrDefault(place, State.CLOSED)))
        .tag("realm", nameOfRealm.apply(place.realm()))
        .tag("gateway", place.gateway())
        .strongReference(true)
        .register(Metrics.globalRegistry);
  }

  @Override
  public void changed(Place place, State from, State to) {
    states.put(place, to);
    LOG.warnf(
        "gateway %s of realm %s: %s, was %s",
        place.gateway(), nameOfRealm.apply(place.realm()), words(to), words(from));
    if (to == State.OPEN) {
      alerts.raise(
          place.realm(), "gateway-open", "gateway " + place.gateway() + " is " + words(to));
    }
  }

  private static String words(State state) {
    return switch (state) {
      case OPEN -> "open (nothing is sent there)";
      case HALF_OPEN -> "half open (one message finds out)";
      case CLOSED -> "closed (all is well)";
    };
  }
}
