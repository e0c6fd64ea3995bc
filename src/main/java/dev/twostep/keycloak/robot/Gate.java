package dev.twostep.keycloak.robot;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Few robots at a time: a request has a connection of the database, and takes another one while it
 * settles something about a portal. Without a gate they would take all of them, and logins none.
 */
public final class Gate {

  /** When to come again. */
  static final Duration RETRY = Duration.ofSeconds(2);

  private static final int IN_THE_HOUSE = 64;
  private static final int AT_THE_DESK = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Semaphore house;
  private final Semaphore desk;
  private final Duration patience;

  /**
   * @param house how many may be served or wait
   * @param desk how many are served at once
   */
  Gate(int house, int desk, Duration patience) {
    this.house = new Semaphore(house);
    this.desk = new Semaphore(desk);
    this.patience = patience;
  }

  static Gate ofNode() {
    return new Gate(IN_THE_HOUSE, AT_THE_DESK, PATIENCE);
  }

  /** Empty if there was no room for it. */
  <T> Optional<T> pass(Supplier<T> work) {
    if (!house.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return served(work);
    } finally {
      house.release();
    }
  }

  private <T> Optional<T> served(Supplier<T> work) {
    if (!isTurn()) {
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      desk.release();
    }
  }

  private boolean isTurn() {
    try {
      return desk.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
