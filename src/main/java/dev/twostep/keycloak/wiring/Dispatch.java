package dev.twostep.keycloak.wiring;

import dev.twostep.application.delivery.DeliverLetter;
import dev.twostep.application.delivery.LetterState;
import dev.twostep.application.delivery.Letters;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Hands letters from a login's thread to the sending threads, after the login's commit. */
final class Dispatch {

  private static final Logger LOG = Logger.getLogger(Dispatch.class);

  private final SendingThreads threads;
  private final Letters letters;
  private final DeliverLetter deliver;

  Dispatch(SendingThreads threads, Letters letters, DeliverLetter deliver) {
    this.threads = threads;
    this.letters = letters;
    this.deliver = deliver;
  }

  void afterCommit(KeycloakSession session, String letter) {
    session
        .getTransactionManager()
        .enlistAfterCompletion(
            new AbstractKeycloakTransaction() {
              @Override
              protected void commitImpl() {
                hand(letter);
              }

              @Override
              protected void rollbackImpl() {
                // The login failed: nobody waits for this message, and it expires unsent.
              }
            });
  }

  private void hand(String letter) {
    if (!threads.offer(() -> deliver(letter))) {
      LOG.warn("the sending threads are all busy and their queue is full: a message was refused");
      letters.close(letter, LetterState.BUSY, "queue full");
    }
  }

  private void deliver(String letter) {
    try {
      deliver.deliver(letter);
    } catch (RuntimeException e) {
      LOG.error("a letter could not be claimed or closed", e);
    }
  }
}
