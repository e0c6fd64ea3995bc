package dev.twostep.application.delivery;

/** Hears of what receipts tell: each end once. */
@FunctionalInterface
public interface Sightings {

  void ended(TryLog.Settled settled, TryLog.End end);
}
