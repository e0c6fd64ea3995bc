package dev.twostep.keycloak.wiring;

import dev.twostep.application.delivery.Carrier;
import dev.twostep.application.delivery.Journal;
import dev.twostep.application.delivery.Message;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.keycloak.delivery.GatewaySettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A carrier whose tries are written down: until letters have routes, each has one try. */
record SeenCarrier(Carrier carrier, Journal journal, Clock clock, SecureRandom random)
    implements Carrier {

  @Override
  public Delivery carry(Message message) {
    Instant start = clock.instant();
    Delivery delivery = carrier.carry(message);
    Instant end = clock.instant();
    String gateway =
        message.address().channel() == FactorKind.EMAIL ? "smtp" : GatewaySettings.FIRST;
    journal.attempted(
        new Journal.Attempted(
            ChallengeId.random(random).hex(),
            message,
            gateway,
            delivery,
            end,
            Duration.between(start, end)));
    return delivery;
  }
}
