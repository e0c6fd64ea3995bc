package dev.twostep.keycloak.wiring;

import dev.twostep.application.delivery.Conversions;
import dev.twostep.application.delivery.Journal;
import dev.twostep.application.delivery.LetterNews;
import dev.twostep.application.delivery.LetterState;
import dev.twostep.application.delivery.Spending;
import dev.twostep.application.delivery.TakeReceipt;
import dev.twostep.application.delivery.TryLog;
import dev.twostep.application.delivery.Used;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.keycloak.enrolment.CallingCodes;
import dev.twostep.keycloak.receipt.DeliveryEvents;
import dev.twostep.keycloak.receipt.DeliveryMeters;
import dev.twostep.keycloak.store.JpaJournal;
import dev.twostep.keycloak.store.JpaTryLog;
import dev.twostep.keycloak.store.JpaUses;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Everything that is seen of deliveries: log, meters, events, receipts, and codes that came back.
 */
final class DeliveryRecord {

  private static final Logger LOG = Logger.getLogger(DeliveryRecord.class);

  /**
   * Those who act on what is seen.
   *
   * @param later runs something when whoever sends has written down what it did: in two seconds
   */
  record Told(
      Conversions conversions,
      Spending spending,
      Consumer<String> carryOn,
      Consumer<Runnable> later) {}

  private final Clock clock;
  private final Told told;
  private final JpaJournal log;
  private final DeliveryMeters meters;
  private final LetterNews events;
  private final JpaUses uses;
  private final TakeReceipt receipts;

  DeliveryRecord(KeycloakSessionFactory sessions, Clock clock, Told told) {
    this.clock = clock;
    this.told = told;
    this.log = new JpaJournal(sessions, CallingCodes::of);
    this.meters = new DeliveryMeters(Metrics.globalRegistry, id -> nameOf(sessions, id));
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
      guarded(() -> meters.attempted(attempted)).run();
    };
  }

  LetterNews events() {
    return (letter, state, reason) -> guarded(() -> events.ended(letter, state, reason)).run();
  }

  TakeReceipt receipts() {
    return receipts;
  }

  /** For a sending thread. */
  void used(String challenge) {
    ChallengeId id = new ChallengeId(challenge);
    if (!mark(id)) {
      // Typed faster than the send's own outcome was written down.
      later(() -> mark(id));
    }
  }

  private boolean mark(ChallengeId challenge) {
    Optional<Used> used = uses.mark(challenge, clock.instant());
    used.ifPresent(
        message -> {
          meters.used(message);
          if (!message.prefix().isEmpty()) {
            told.conversions().used(message.realm(), message.prefix());
          }
        });
    return used.isPresent();
  }

  private void ended(TryLog.Settled settled, TryLog.End end) {
    guarded(() -> meters.ended(settled, end)).run();
    TryLog.Name name = settled.name();
    end.price()
        .ifPresent(
            price ->
                guarded(() -> told.spending().corrected(name.realm(), name.id(), price)).run());
  }

  private void lost(String letter) {
    events().ended(letter, LetterState.UNDELIVERED, "the service’s receipt says so");
    told.carryOn().accept(letter);
  }

  private void later(Runnable task) {
    told.later().accept(guarded(task));
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

  private static String nameOf(KeycloakSessionFactory sessions, String realm) {
    return KeycloakModelUtils.<String>runJobInTransactionWithResult(
        sessions,
        session -> {
          RealmModel known = session.realms().getRealm(realm);
          return known == null ? realm : known.getName();
        });
  }
}
