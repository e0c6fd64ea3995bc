package dev.twostep.keycloak.wiring;

import dev.twostep.application.delivery.Claim;
import dev.twostep.application.delivery.DeliverLetter;
import dev.twostep.application.delivery.Due;
import dev.twostep.application.delivery.Letter;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.keycloak.store.JpaLetters;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * The way of a letter on this node: at once after the commit; and by rounds what found no room, was
 * put off, or was left behind by a node that is gone.
 */
final class LetterPost {

  private static final Logger LOG = Logger.getLogger(LetterPost.class);

  private static final Duration ROUND = Duration.ofSeconds(3);
  private static final Duration BEAT = Duration.ofMillis(1500);
  private static final Duration FORGETTING = Duration.ofMinutes(1);

  private final DeliverLetter delivery;
  private final SendingThreads threads;
  private final Clock clock;

  /** What this node has in its queues or in hand, so that no round takes it twice. */
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  LetterPost(DeliverLetter delivery, SendingThreads threads, Clock clock) {
    this.delivery = delivery;
    this.threads = threads;
    this.clock = clock;
  }

  void start() {
    threads.every(BEAT, delivery::renew);
    threads.every(ROUND, this::round);
    threads.every(FORGETTING, delivery::forgetDead);
  }

  /** Writes it with the session's transaction, and has it sent once that has committed. */
  void dispatch(KeycloakSession session, Letter letter) {
    URI base = session.getContext().getUri().getBaseUri();
    Claim claim = Claim.first(letter, JpaLetters.keepable(base));
    JpaLetters.post(
        session.getProvider(JpaConnectionProvider.class).getEntityManager(),
        claim,
        clock.instant());
    AfterCommit.run(session, () -> posted(claim));
  }

  private void posted(Claim claim) {
    String letter = claim.letter().id();
    delivery.hold(letter);
    if (!hand(letter, claim.letter().address().channel(), lane -> delivery.deliver(claim, lane))) {
      LOG.warn("too many messages wait already: one more has to wait for room");
      try {
        delivery.crowdOut(letter);
      } catch (RuntimeException e) {
        // Nobody renews it any more, and a round takes it as soon as there is room.
        LOG.warnf("a letter that waits for room could not be marked: %s", e);
      }
    }
  }

  /** A message that was taken and lost: it goes once more if it may. */
  void carryOn(String letter) {
    delivery.reopen(letter).ifPresent(this::next);
  }

  private void round() {
    // Without room a letter stays where it is, and the next round asks again.
    delivery.overdue().forEach(due -> hand(due.letter(), due.channel()));
  }

  private boolean hand(String letter, FactorKind channel) {
    return hand(letter, channel, lane -> delivery.deliver(letter, lane));
  }

  private boolean hand(
      String letter, FactorKind channel, Function<Lane, CompletionStage<Optional<Due>>> way) {
    if (!known.add(letter)) {
      return true;
    }
    Lane lane = threads.of(channel);
    boolean taken = lane.offer(() -> deliver(letter, () -> way.apply(lane)));
    if (!taken) {
      known.remove(letter);
    }
    return taken;
  }

  private CompletionStage<Void> deliver(
      String letter, Supplier<CompletionStage<Optional<Due>>> way) {
    CompletionStage<Optional<Due>> delivering;
    try {
      delivering = way.get();
    } catch (RuntimeException e) {
      delivering = CompletableFuture.failedStage(e);
    }
    return delivering
        .whenComplete((next, failure) -> known.remove(letter))
        .thenAccept(next -> next.ifPresent(this::next));
  }

  private void next(Due due) {
    Duration wait = Duration.between(clock.instant(), due.at());
    if (wait.isNegative() || wait.isZero()) {
      hand(due.letter(), due.channel());
    } else {
      threads.after(wait, () -> hand(due.letter(), due.channel()));
    }
  }
}
