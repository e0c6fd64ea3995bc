package dev.twostep.application.delivery;

import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.delivery.Spent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** One claim's turn: try after try, each started when the one before has ended. */
final class LetterRun {

  /** A gateway that is ready again by then is waited for if there is no other way. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  record Tools(DeliverLetter.Post post, Tries tries, Clock clock, Executor lane) {

    Letters letters() {
      return post.letters();
    }
  }

  private final Tools tools;
  private final Message.Lettered message;
  private final Set<String> throttled = new HashSet<>();
  private List<Way> ways = List.of();
  private Claim claim;
  private String reason = "";

  LetterRun(Tools tools, Message.Lettered message, Claim claim) {
    this.tools = tools;
    this.message = message;
    this.claim = claim;
  }

  Message.Lettered message() {
    return message;
  }

  /** Tries these ways. */
  CompletionStage<Optional<Due>> over(Worded worded) {
    if (worded instanceof Worded.Nowhere nowhere) {
      reason = Attempt.reasonOf(nowhere.why());
    } else {
      ways = ((Worded.Ways) worded).ways();
    }
    return go();
  }

  private CompletionStage<Optional<Due>> go() {
    if (!tools.clock().instant().isBefore(claim.letter().expiresAt())) {
      return close(LetterState.FAILED, "the code is too old");
    }
    if (!claim.spent().maySendMore()) {
      return giveUp();
    }
    for (Way way : open()) {
      if (tools.tries().permits(message, way)) {
        return tools
            .tries()
            .send(message, way, tools.lane())
            .thenCompose(outcome -> after(way, outcome));
      }
    }
    return elsewhere();
  }

  private List<Way> open() {
    return ways.stream()
        .filter(way -> !claim.spent().tried().contains(way.gateway()))
        .filter(way -> !throttled.contains(way.gateway()))
        .toList();
  }

  private CompletionStage<Optional<Due>> after(Way way, Delivery outcome) {
    reason = Attempt.reasonOf(outcome);
    Spent spent = claim.spent();
    if (outcome instanceof Delivery.Delivered) {
      claim = claim.with(spent.accepted(way.gateway()));
      return close(spent.moved() ? LetterState.MOVED : LetterState.SENT, "");
    }
    if (outcome instanceof Delivery.Throttled) {
      throttled.add(way.gateway());
      return go();
    }
    if (outcome instanceof Delivery.Unavailable unavailable) {
      claim = claim.with(spent.failed(way.gateway(), unavailable.uncertain()));
      return isStillMine() ? go() : done();
    }
    // Nobody else will take it to this recipient either.
    claim = claim.with(spent.failed(way.gateway(), false));
    ways = List.of();
    return elsewhere();
  }

  /** Written before the next try: what takes over after a crash must know what was spent. */
  private boolean isStillMine() {
    if (!tools.letters().isWanted(claim.letter())) {
      // By this letter or by another one with the same code: something has arrived.
      close(LetterState.DELIVERED, "the code was used");
      return false;
    }
    Instant lease = tools.clock().instant().plus(Letters.LEASE);
    return tools.letters().save(claim, LetterState.SENDING, reason, lease);
  }

  private CompletionStage<Optional<Due>> elsewhere() {
    Instant now = tools.clock().instant();
    Optional<Claim> turned = claim.turned();
    if (turned.isPresent()) {
      claim = turned.get();
      return later(LetterState.PENDING, now);
    }
    Optional<Instant> ready =
        ways.stream()
            .filter(way -> !claim.spent().tried().contains(way.gateway()))
            .map(way -> tools.tries().readyAt(message, way))
            .map(at -> at.isBefore(now) ? now : at)
            .min(Instant::compareTo)
            .filter(at -> !at.isAfter(now.plus(LONGEST_WAIT)))
            .filter(at -> at.isBefore(claim.letter().expiresAt()));
    if (ready.isPresent() && claim.spent().mayWait()) {
      claim = claim.with(claim.spent().waited());
      return later(LetterState.BUSY, ready.get());
    }
    return giveUp();
  }

  private CompletionStage<Optional<Due>> later(LetterState state, Instant at) {
    boolean mine = tools.letters().save(claim, state, reason, at);
    return CompletableFuture.completedStage(
        mine
            ? Optional.of(new Due(claim.letter().id(), claim.letter().address().channel(), at))
            : Optional.empty());
  }

  private CompletionStage<Optional<Due>> giveUp() {
    String why = reason.isEmpty() ? "unavailable: no gateway is ready" : reason;
    return close(claim.spent().isAccepted() ? LetterState.UNDELIVERED : LetterState.FAILED, why);
  }

  CompletionStage<Optional<Due>> close(LetterState state, String why) {
    if (state == LetterState.SENT) {
      tools.letters().sent(claim, tools.clock().instant());
      return done();
    }
    boolean mine = tools.letters().save(claim, state, why, tools.clock().instant());
    if (mine && (state == LetterState.FAILED || state == LetterState.MOVED)) {
      tools.post().news().ended(claim.letter().id(), state, why);
    }
    return done();
  }

  private static CompletionStage<Optional<Due>> done() {
    return CompletableFuture.completedStage(Optional.empty());
  }
}
