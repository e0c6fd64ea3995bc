package dev.twostep.keycloak.wiring;

import dev.twostep.application.delivery.Journal;
import dev.twostep.application.delivery.LetterNews;
import dev.twostep.application.delivery.LetterState;
import dev.twostep.application.delivery.TakeReceipt;
import dev.twostep.application.delivery.TryLog;
import dev.twostep.application.delivery.Used;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.keycloak.enrolment.CallingCodes;
import dev.twostep.keycloak.receipt.DeliveryEvents;
import dev.twostep.keycloak.receipt.DeliveryMeters;
import dev.twostep.keycloak.store.JpaJournal;
import dev.twostep.keycloak.store.JpaSpending;
import dev.twostep.keycloak.store.JpaTryLog;
import dev.twostep.keycloak.store.JpaUses;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Everything that is seen of deliveries: log, meters, events, receipts, and codes that came back.
 */
final class DeliveryRecord {

  private static final Logger LOG = Logger.getLogger(DeliveryRecord.class);

  /** By then whoever sends has written down what it did. */
  private static final Duration LATER = Duration.ofSeconds(2);

  private final Clock clock;
  private final SendingThreads threads;
  private final JpaSpending spending;
  private final JpaJournal log;
  private final DeliveryMeters meters;
  private final LetterNews events;
  private final JpaUses uses;
  private final TakeReceipt receipts;
  private volatile Consumer<String> carryOn = letter -> {};

  DeliveryRecord(
      KeycloakSessionFactory sessions, Clock clock, SendingThreads threads, JpaSpending spending) {
    this.clock = clock;
    this.threads = threads;
    this.spending = spending;
    this.log = new JpaJournal(sessions, CallingCodes::of);
    this.meters = new DeliveryMeters(Metrics.globalRegistry, id -> RealmName.of(sessions, id));
    this.events = new DeliveryEvents(sessions);
    this.uses = new JpaUses(sessions);
    this.receipts =
        new TakeReceipt(
            new JpaTryLog(sessions),
            new TakeReceipt.Told(this::ended, this::lost, this::later),
            clock);
  }

  /** Whatever cannot be written down never keeps a message from its way. */
  Journal journal() {
    return attempted -> {
      guarded(() -> log.attempted(attempted)).run();
      guarded(() -> spending.attempted(attempted)).run();
      guarded(() -> meters.attempted(attempted)).run();
    };
  }

  LetterNews events() {
    return (letter, state, reason) -> guarded(() -> events.ended(letter, state, reason)).run();
  }

  TakeReceipt receipts() {
    return receipts;
  }

  /** Who sends a message by its next way that its service has lost. */
  void lostGoTo(Consumer<String> next) {
    carryOn = next;
  }

  void usedAfterCommit(KeycloakSession session, ChallengeId challenge) {
    AfterCommit.run(session, () -> threads.aside(guarded(() -> used(challenge))));
  }

  private void used(ChallengeId challenge) {
    if (!mark(challenge)) {
      // Typed faster than the send's own outcome was written down.
      later(() -> mark(challenge));
    }
  }

  private void later(Runnable task) {
    threads.after(LATER, () -> threads.aside(guarded(task)));
  }

  private boolean mark(ChallengeId challenge) {
    Optional<Used> used = uses.mark(challenge, clock.instant());
    used.ifPresent(
        message -> {
          meters.used(message);
          if (!message.prefix().isEmpty()) {
            spending.used(message.realm(), message.prefix());
          }
        });
    return used.isPresent();
  }

  private void ended(TryLog.Settled settled, TryLog.End end) {
    guarded(() -> meters.ended(settled, end)).run();
    TryLog.Name name = settled.name();
    end.price()
        .ifPresent(
            price -> guarded(() -> spending.corrected(name.realm(), name.id(), price)).run());
  }

  private void lost(String letter) {
    events().ended(letter, LetterState.UNDELIVERED, "the service’s receipt says so");
    carryOn.accept(letter);
  }

  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.error("a delivery could not be written down", e);
      }
    };
  }
}
