package dev.twostep.application.delivery;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes what a genuine service tells about a try: each end counts once, the first one stays, and
 * what is unknown leaves no trace.
 */
public final class TakeReceipt {

  /**
   * Who is told.
   *
   * @param carryOn sends a letter by its next way, after it turned out to be lost
   * @param later runs something in a few seconds
   */
  public record Told(Sightings sightings, Consumer<String> carryOn, Consumer<Runnable> later) {}

  private final TryLog tries;
  private final Told told;
  private final Clock clock;

  public TakeReceipt(TryLog tries, Told told, Clock clock) {
    this.tries = tries;
    this.told = told;
    this.clock = clock;
  }

  /** Does nothing for receipts without news. */
  public void take(TryLog.Name name, Receipt receipt) {
    end(receipt)
        .ifPresent(
            end -> {
              if (!settle(name, end) && !tries.isKnown(name)) {
                // A fast service calls back before the send's own outcome is written down.
                told.later().accept(() -> settle(name, end));
              }
            });
  }

  private Optional<TryLog.End> end(Receipt receipt) {
    if (receipt instanceof Receipt.Arrived arrived) {
      return Optional.of(
          new TryLog.End(
              LetterState.DELIVERED, arrived.reference(), "", arrived.price(), clock.instant()));
    }
    return receipt instanceof Receipt.Lost lost
        ? Optional.of(
            new TryLog.End(
                LetterState.UNDELIVERED,
                lost.reference(),
                lost.reason(),
                Optional.empty(),
                clock.instant()))
        : Optional.empty();
  }

  private boolean settle(TryLog.Name name, TryLog.End end) {
    Optional<TryLog.Settled> settled = tries.settle(name, end);
    settled.ifPresent(
        known -> {
          told.sightings().ended(known, end);
          if (move(known, end) == TryLog.Moved.NOT_YET) {
            told.later().accept(() -> move(known, end));
          }
        });
    return settled.isPresent();
  }

  private TryLog.Moved move(TryLog.Settled settled, TryLog.End end) {
    TryLog.Moved moved = tries.move(settled, end);
    if (moved == TryLog.Moved.YES && end.state() == LetterState.UNDELIVERED) {
      told.carryOn().accept(settled.letter());
    }
    return moved;
  }
}
