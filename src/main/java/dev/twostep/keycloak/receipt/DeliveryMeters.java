package dev.twostep.keycloak.receipt;

import dev.twostep.application.delivery.Journal;
import dev.twostep.application.delivery.LetterState;
import dev.twostep.application.delivery.Outcome;
import dev.twostep.application.delivery.Sightings;
import dev.twostep.application.delivery.TryLog;
import dev.twostep.application.delivery.Used;
import dev.twostep.domain.factor.FactorKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Counts deliveries for Prometheus; no meter knows a user or a number. */
public final class DeliveryMeters implements Journal, Sightings {

  private static final String MESSAGES = "twostep.messages";

  /** The buckets by which a dashboard tells quantiles. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10)
  };

  private final MeterRegistry registry;
  private final UnaryOperator<String> realmNames;

  /**
   * @param realmNames from a realm's id to its name
   */
  public DeliveryMeters(MeterRegistry registry, UnaryOperator<String> realmNames) {
    this.registry = registry;
    this.realmNames = realmNames;
  }

  @Override
  public void attempted(Attempted attempted) {
    Tags tags =
        tags(
            attempted.message().realm(),
            attempted.message().address().channel(),
            attempted.gateway());
    String outcome = Outcome.of(attempted.outcome()).word();
    registry.counter(MESSAGES, tags.and("outcome", outcome)).increment();
    Timer.builder("twostep.send.latency")
        .tag("gateway", attempted.gateway())
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(attempted.latency());
  }

  @Override
  public void ended(TryLog.Settled settled, TryLog.End end) {
    String what = end.state() == LetterState.DELIVERED ? ".delivered" : ".undelivered";
    Tags tags = tags(settled.name().realm(), settled.channel(), settled.name().gateway());
    registry.counter(MESSAGES + what, tags).increment();
  }

  /** A code came back. */
  public void used(Used used) {
    Tags tags = tags(used.realm(), used.channel(), used.gateway());
    registry.counter(MESSAGES + ".used", tags).increment();
  }

  private Tags tags(String realm, FactorKind channel, String gateway) {
    return Tags.of("realm", realmNames.apply(realm), "channel", channel.word(), "gateway", gateway);
  }
}
