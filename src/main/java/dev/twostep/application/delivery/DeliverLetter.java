package dev.twostep.application.delivery;

import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.delivery.Delivery;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Brings letters to their readers: over the realm's gateways one after another, with the same code,
 * and then by e-mail where that is allowed. Holds no thread and no transaction while a gateway
 * thinks, and sends nothing once the code is dead.
 */
public final class DeliverLetter {

  /** What a delivery needs from outside. */
  public record Post(Letters letters, Carrier carrier, NextChannel next, LetterNews news) {}

  /** So many overdue letters are looked at in one go: more than wait in the queues of a node. */
  private static final int MOST_DUE = 3000;

  private final Post post;
  private final Tries tries;
  private final ServerKey key;
  private final Clock clock;
  private final Set<String> inHand = ConcurrentHashMap.newKeySet();

  public DeliverLetter(Post post, Tries tries, ServerKey key, Clock clock) {
    this.post = post;
    this.tries = tries;
    this.key = key;
    this.clock = clock;
  }

  /**
   * Does nothing for a letter that has expired or that somebody else is sending.
   *
   * @param lane whose threads go on when a gateway has answered
   * @return ends with the letter's turn here; says where and when it is to be taken up again
   */
  public CompletionStage<Optional<Due>> deliver(String id, Executor lane) {
    Optional<Claim> claim = post.letters().claim(id, clock.instant());
    return claim.isPresent()
        ? deliver(claim.get(), lane)
        : CompletableFuture.completedStage(Optional.empty());
  }

  /** The same for a letter that was posted as being in this node's hands. */
  public CompletionStage<Optional<Due>> deliver(Claim claim, Executor lane) {
    String id = claim.letter().id();
    inHand.add(id);
    try {
      return start(claim, lane).whenComplete((next, failure) -> inHand.remove(id));
    } catch (RuntimeException e) {
      inHand.remove(id);
      throw e;
    }
  }

  private CompletionStage<Optional<Due>> start(Claim claim, Executor lane) {
    Letter letter = claim.letter();
    LetterRun run =
        new LetterRun(new LetterRun.Tools(post, tries, clock, lane), message(letter), claim);
    if (claim.number() > 1 && !post.letters().isWanted(letter)) {
      return run.close(LetterState.DELIVERED, "the code was used");
    }
    if (claim.spent().moved() && !post.next().settle(letter)) {
      return run.close(LetterState.FAILED, "the code cannot go to the next channel any more");
    }
    return run.over(worded(claim, run.message()));
  }

  private Message.Lettered message(Letter letter) {
    Letter.Subject subject = letter.subject();
    return subject.purpose().isLink()
        ? new Message.Link(letter, key.linkOf(subject.challenge(), subject.user()))
        : new Message.Code(
            letter, key.codeOf(subject.challenge(), subject.user(), subject.purpose()));
  }

  private Worded worded(Claim claim, Message message) {
    try {
      return post.carrier()
          .word(
              message,
              new Carrier.Heading(
                  claim.letter().id(), () -> post.letters().usedFor(claim.letter()), claim.base()));
    } catch (RuntimeException e) {
      return new Worded.Nowhere(new Delivery.Unavailable(e.getClass().getSimpleName()));
    }
  }

  /** A letter posted as being in this node's hands waits here for its turn. */
  public void hold(String id) {
    inHand.add(id);
  }

  /** Keeps what this node is sending from being taken up by others. */
  public void renew() {
    List<String> held = List.copyOf(inHand);
    if (!held.isEmpty()) {
      post.letters().renew(held, clock.instant());
    }
  }

  /** The letters that nobody is sending although they should be on their way. */
  public List<Due> overdue() {
    return post.letters().due(clock.instant(), MOST_DUE);
  }

  /** A service took that letter and lost it: it may go once more, by the next way. */
  public Optional<Due> reopen(String id) {
    return post.letters().reopen(id, clock.instant());
  }

  /** No room for a letter at the moment: it stays, and is taken up when there is. */
  public void crowdOut(String id) {
    inHand.remove(id);
    post.letters().crowdOut(id, clock.instant());
  }

  /** Forgets the addresses of letters that go nowhere any more. */
  public void forgetDead() {
    post.letters().forgetDead(clock.instant());
  }
}
