package dev.twostep.keycloak.wiring;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Hands messages from a request's thread to the sending threads, after the request's commit. */
final class AfterCommit {

  private AfterCommit() {}

  static void run(KeycloakSession session, Runnable task) {
    session
        .getTransactionManager()
        .enlistAfterCompletion(
            new AbstractKeycloakTransaction() {
              @Override
              protected void commitImpl() {
                task.run();
              }

              @Override
              protected void rollbackImpl() {
                // The request failed: nobody waits for this message, and no row of it is left.
              }
            });
  }
}
