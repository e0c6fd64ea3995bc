package dev.twostep.keycloak.wiring;

import dev.twostep.application.challenge.MoveToEmail;
import dev.twostep.application.delivery.Breakers;
import dev.twostep.application.delivery.DeliverLetter;
import dev.twostep.application.delivery.DeliverNotice;
import dev.twostep.application.delivery.Journal;
import dev.twostep.application.delivery.Tries;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.keycloak.delivery.ThemedCarrier;
import dev.twostep.keycloak.gateway.GatewayAccess;
import dev.twostep.keycloak.store.JpaLedger;
import dev.twostep.keycloak.store.JpaLetters;
import dev.twostep.keycloak.store.JpaNoticeBox;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.KeycloakSessionFactory;

/** Builds what brings messages to their readers. */
record Wiring(KeycloakSessionFactory sessions, Clock clock, SendingThreads threads) {

  WiredTwostep.Post post(Optional<ServerKey> key, Breakers breakers, GatewayAccess access) {
    var carrier = new ThemedCarrier(sessions);
    var tries = new Tries(breakers, journal(), clock, new SecureRandom());
    var notices =
        new NoticePost(
            new DeliverNotice.Post(new JpaNoticeBox(sessions), carrier, tries), clock, threads);
    Optional<LetterPost> letters =
        key.map(
                known ->
                    new DeliverLetter(
                        new DeliverLetter.Post(
                            new JpaLetters(sessions),
                            carrier,
                            new MoveToEmail(new JpaLedger(sessions), known, clock)),
                        tries,
                        known,
                        clock))
            .map(delivery -> new LetterPost(delivery, threads, clock));
    return new WiredTwostep.Post(letters, notices, access, breakers);
  }

  private static Journal journal() {
    return attempted -> {};
  }
}
