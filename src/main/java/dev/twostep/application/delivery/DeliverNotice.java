package dev.twostep.application.delivery;

import dev.twostep.domain.delivery.Delivery;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/** Sends one notice, and sends it again a few times where the channel was down. */
public final class DeliverNotice {

  /** What a delivery needs from outside. */
  public record Post(NoticeBox box, Carrier carrier, Tries tries) {}

  private static final Delivery NOBODY = new Delivery.Unavailable("no gateway is ready");

  private final Post post;
  private final Clock clock;
  private final BiConsumer<Notice, String> failed;

  /**
   * @param failed hears of every delivery that came to nothing, with a reason that names no
   *     recipient
   */
  public DeliverNotice(Post post, Clock clock, BiConsumer<Notice, String> failed) {
    this.post = post;
    this.clock = clock;
    this.failed = failed;
  }

  /**
   * Does nothing for a notice that is closed or that somebody else is sending.
   *
   * @param lane whose threads go on when a gateway has answered
   */
  public CompletionStage<Void> deliver(String id, Executor lane) {
    return post.box()
        .claim(id, clock.instant())
        .map(notice -> send(notice, lane))
        .orElseGet(() -> CompletableFuture.completedStage(null));
  }

  /** The notices for which {@link #deliver} is to be called once more. */
  public List<String> overdue() {
    return post.box().overdue(clock.instant());
  }

  private CompletionStage<Void> send(Notice notice, Executor lane) {
    Worded worded = worded(notice);
    CompletionStage<Delivery> outcome =
        worded instanceof Worded.Nowhere nowhere
            ? CompletableFuture.completedStage(nowhere.why())
            : over(notice, ((Worded.Ways) worded).ways().iterator(), lane);
    return outcome.thenAccept(delivery -> write(notice, delivery));
  }

  private Worded worded(Notice notice) {
    try {
      return post.carrier()
          .word(notice, new Carrier.Heading(notice.id(), Set::of, Optional.empty()));
    } catch (RuntimeException e) {
      return new Worded.Nowhere(new Delivery.Unavailable(e.getClass().getSimpleName()));
    }
  }

  private CompletionStage<Delivery> over(Notice notice, Iterator<Way> ways, Executor lane) {
    while (ways.hasNext()) {
      Way way = ways.next();
      if (post.tries().permits(notice, way)) {
        return post.tries()
            .send(notice, way, lane)
            .thenCompose(
                outcome ->
                    isOver(outcome) || !ways.hasNext()
                        ? CompletableFuture.completedStage(outcome)
                        : over(notice, ways, lane));
      }
    }
    return CompletableFuture.completedStage(NOBODY);
  }

  /** What may have left is not sent by another gateway at once: news can wait for the next try. */
  private static boolean isOver(Delivery outcome) {
    return outcome instanceof Delivery.Delivered
        || outcome instanceof Delivery.Rejected
        || (outcome instanceof Delivery.Unavailable unavailable && unavailable.uncertain());
  }

  private void write(Notice notice, Delivery delivery) {
    if (delivery instanceof Delivery.Delivered) {
      post.box().close(notice.id(), LetterState.SENT, "");
      return;
    }
    String reason = Attempt.reasonOf(delivery);
    failed.accept(notice, reason);
    if (delivery instanceof Delivery.Rejected) {
      post.box().close(notice.id(), LetterState.FAILED, reason);
    } else {
      post.box().putBack(notice.id(), reason);
    }
  }
}
