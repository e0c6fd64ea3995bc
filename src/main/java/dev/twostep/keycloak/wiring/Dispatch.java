package dev.twostep.keycloak.wiring;

import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Hands messages from a request's thread to the sending threads, after the request's commit. */
final class Dispatch {

  private static final Logger LOG = Logger.getLogger(Dispatch.class);

  private final SendingThreads threads;
  private final Consumer<String> deliver;
  private final Consumer<String> refused;

  /**
   * @param deliver sends the message of an id
   * @param refused hears of a message that was not taken, because too many wait already
   */
  Dispatch(SendingThreads threads, Consumer<String> deliver, Consumer<String> refused) {
    this.threads = threads;
    this.deliver = deliver;
    this.refused = refused;
  }

  void afterCommit(KeycloakSession session, String message) {
    session
        .getTransactionManager()
        .enlistAfterCompletion(
            new AbstractKeycloakTransaction() {
              @Override
              protected void commitImpl() {
                hand(message);
              }

              @Override
              protected void rollbackImpl() {
                // The request failed: nobody waits for this message, and a letter expires unsent.
              }
            });
  }

  void hand(String message) {
    if (!threads.offer(() -> deliver(message))) {
      LOG.warn("the sending threads are all busy and their queue is full: a message was refused");
      refused.accept(message);
    }
  }

  private void deliver(String message) {
    try {
      deliver.accept(message);
    } catch (RuntimeException e) {
      LOG.error("a message could not be claimed or closed", e);
    }
  }
}
