package dev.twostep.keycloak.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.delivery.Journal;
import dev.twostep.application.delivery.Letter;
import dev.twostep.application.delivery.LetterState;
import dev.twostep.application.delivery.Notice;
import dev.twostep.application.delivery.TryLog;
import dev.twostep.application.delivery.Used;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.factor.FactorKind;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryMetersTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final DeliveryMeters meters = new DeliveryMeters(registry, id -> "name of " + id);

  @Test
  void countsEveryTryByItsOutcome() {
    meters.attempted(attempted(new Delivery.Delivered(Optional.empty())));
    meters.attempted(attempted(new Delivery.Unavailable("answered 500")));
    meters.attempted(attempted(new Delivery.Unavailable("answered 500")));

    assertThat(registry.get("twostep.messages").tag("outcome", "unavailable").counter().count())
        .isEqualTo(2);
    assertThat(registry.get("twostep.messages").tag("realm", "name of r").counters()).hasSize(2);
    assertThat(registry.get("twostep.send.latency").tag("gateway", "sms").timer().count())
        .isEqualTo(3);
  }

  @Test
  void countsWhatReceiptsAndUsersTell() {
    TryLog.Settled settled =
        new TryLog.Settled(new TryLog.Name("r", "sms", "t"), "letter", FactorKind.SMS);
    meters.ended(settled, end(LetterState.DELIVERED));
    meters.ended(settled, end(LetterState.UNDELIVERED));
    meters.used(new Used("r", FactorKind.SMS, "sms", "+49152712"));

    for (String name : List.of("delivered", "undelivered", "used")) {
      assertThat(registry.get("twostep.messages." + name).counter().count()).isEqualTo(1);
    }
  }

  @Test
  void noMeterKnowsAUserOrANumber() {
    countsEveryTryByItsOutcome();
    countsWhatReceiptsAndUsersTell();

    for (Meter meter : registry.getMeters()) {
      assertThat(meter.getId().getTags())
          .extracting(Tag::getKey)
          .isSubsetOf("realm", "channel", "gateway", "outcome", "le");
      assertThat(meter.getId().toString()).doesNotContain("152712");
    }
  }

  private static TryLog.End end(LetterState state) {
    return new TryLog.End(state, Optional.empty(), "", Optional.empty(), Instant.EPOCH);
  }

  private static Journal.Attempted attempted(Delivery outcome) {
    Notice message =
        new Notice(
            "n",
            new Notice.Story("r", "w", "f", "", Instant.EPOCH),
            new Letter.Address(FactorKind.SMS, "+491527123456", Locale.ENGLISH, ""),
            "");
    return new Journal.Attempted(
        "t", message, "sms", outcome, Instant.EPOCH, Duration.ofMillis(20));
  }
}
