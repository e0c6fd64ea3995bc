package dev.twostep.keycloak.wiring;

import dev.twostep.domain.code.ServerKey;
import dev.twostep.keycloak.store.BookPage;
import dev.twostep.keycloak.store.Books;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Writes entries together, a tenth of a second after the first of them. */
final class SoonBooks implements Books, AutoCloseable {

  private static final Logger LOG = Logger.getLogger(SoonBooks.class);

  static final Duration PAUSE = Duration.ofMillis(100);

  /** No transaction gets long, and one bad entry takes few others along into the second try. */
  static final int MOST = 200;

  private final Function<List<Entry>, List<Runnable>> transaction;
  private final BiConsumer<Duration, Runnable> later;
  private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean planned = new AtomicBoolean();

  /**
   * @param transaction writes all of them or none, and returns what is told afterwards
   * @param later runs something after that time, on a thread that may wait for a database
   */
  SoonBooks(
      Function<List<Entry>, List<Runnable>> transaction, BiConsumer<Duration, Runnable> later) {
    this.transaction = transaction;
    this.later = later;
  }

  static SoonBooks of(
      KeycloakSessionFactory sessions, Optional<ServerKey> key, SendingThreads threads) {
    return new SoonBooks(entries -> write(sessions, key, entries), threads::bookAfter);
  }

  private static List<Runnable> write(
      KeycloakSessionFactory sessions, Optional<ServerKey> key, List<Entry> entries) {
    return KeycloakModelUtils.<List<Runnable>>runJobInTransactionWithResult(
        sessions,
        session -> {
          BookPage page = new BookPage(session, key);
          entries.forEach(entry -> entry.write(page));
          page.close();
          return page.afterwards();
        });
  }

  @Override
  public void enter(Entry entry) {
    waiting.add(entry);
    if (planned.compareAndSet(false, true)) {
      later.accept(PAUSE, this::writeAll);
    }
  }

  private void writeAll() {
    // First, so that what is entered from now on plans a time of its own.
    planned.set(false);
    for (List<Entry> some = some(); !some.isEmpty(); some = some()) {
      write(some);
    }
  }

  private List<Entry> some() {
    List<Entry> some = new ArrayList<>();
    while (some.size() < MOST && !waiting.isEmpty()) {
      Optional.ofNullable(waiting.poll()).ifPresent(some::add);
    }
    return some;
  }

  private void write(List<Entry> entries) {
    try {
      transaction.apply(entries).forEach(Runnable::run);
    } catch (RuntimeException e) {
      if (entries.size() == 1) {
        LOG.error("what came of a message could not be written down", e);
      } else {
        // Whichever was to blame, the others are written.
        entries.forEach(entry -> write(List.of(entry)));
      }
    }
  }

  /** Writes what still waits. */
  @Override
  public void close() {
    writeAll();
  }
}
