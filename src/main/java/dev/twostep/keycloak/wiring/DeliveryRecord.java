package dev.twostep.keycloak.wiring;

import dev.twostep.application.delivery.Journal;
import dev.twostep.application.delivery.LetterNews;
import dev.twostep.application.delivery.LetterState;
import dev.twostep.application.delivery.TakeReceipt;
import dev.twostep.application.delivery.TryLog;
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

  DeliveryRecord(Means means, JpaSpending spending) {
    KeycloakSessionFactory sessions = means.sessions();
    this.clock = means.clock();
    this.threads = means.threads();
    this.spending = spending;
    this.log = new JpaJournal(means.books(), CallingCodes::of);
    this.meters = new DeliveryMeters(Metrics.globalRegistry, means.realmNames());
    this.events = new DeliveryEvents(sessions);
    this.uses = new JpaUses(means.books(), meters::used);
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
    // Typed faster than the send's own outcome was written down: once more, a little later.
    Runnable again = () -> later(() -> uses.mark(challenge, clock.instant(), () -> {}));
    AfterCommit.run(session, () -> uses.mark(challenge, clock.instant(), again));
  }

  private void later(Runnable task) {
    threads.after(LATER, () -> threads.aside(guarded(task)));
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
