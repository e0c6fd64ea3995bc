package dev.twostep.keycloak.wiring;

import dev.twostep.application.challenge.MoveToEmail;
import dev.twostep.application.delivery.DeliverLetter;
import dev.twostep.application.delivery.DeliverNotice;
import dev.twostep.application.delivery.Tries;
import dev.twostep.application.portal.Pictures;
import dev.twostep.channel.breaker.GatewayBreakers;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.keycloak.delivery.ThemedCarrier;
import dev.twostep.keycloak.gateway.GatewayAccess;
import dev.twostep.keycloak.limit.SharedLimits;
import dev.twostep.keycloak.store.JpaLedger;
import dev.twostep.keycloak.store.JpaLetters;
import dev.twostep.keycloak.store.JpaNoticeBox;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.KeycloakSessionFactory;

/** Builds what brings messages to their readers, and what is seen of it. */
final class Wiring {

  private final KeycloakSessionFactory sessions;
  private final Clock clock;
  private final SendingThreads threads;
  private final ThemedCarrier carrier;
  private final Pictures pictures;

  Wiring(KeycloakSessionFactory sessions, Clock clock, SendingThreads threads, Pictures pictures) {
    this.pictures = pictures;
    this.sessions = sessions;
    this.clock = clock;
    this.threads = threads;
    this.carrier = new ThemedCarrier(sessions);
  }

  WiredTwostep all(Optional<ServerKey> key, GatewayAccess access) {
    var books = SoonBooks.of(sessions, key, threads);
    var means = new Means(sessions, clock, threads, books, RealmNames.of(sessions, clock));
    var limits = new SharedLimits(sessions, key, books, clock);
    var breakers =
        new GatewayBreakers(clock, new BreakerWatch(limits.alerts(), means.realmNames()));
    var seen = new DeliveryRecord(means, limits.spending());
    var tries = new Tries(breakers, seen.journal(), clock, new SecureRandom());
    Optional<LetterPost> letters = key.map(known -> letters(known, tries, seen, books));
    letters.ifPresent(post -> seen.lostGoTo(post::carryOn));
    return new WiredTwostep(
        sessions,
        clock,
        key,
        new Post(
            letters,
            notices(tries),
            seen,
            new Post.Shared(access, breakers, limits, threads::list, pictures, books)));
  }

  private NoticePost notices(Tries tries) {
    return new NoticePost(
        new DeliverNotice.Post(new JpaNoticeBox(sessions), carrier, tries), clock, threads);
  }

  private LetterPost letters(ServerKey key, Tries tries, DeliveryRecord seen, SoonBooks books) {
    var next = new MoveToEmail(new JpaLedger(sessions, Optional.of(key)), key, clock);
    var post =
        new DeliverLetter.Post(new JpaLetters(sessions, books), carrier, next, seen.events());
    return new LetterPost(new DeliverLetter(post, tries, key, clock), threads, clock);
  }
}
