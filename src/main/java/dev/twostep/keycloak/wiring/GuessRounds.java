package dev.twostep.keycloak.wiring;

import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.ScheduledTask;

/** Looks for somebody who guesses; every node does, for each holds guessers back by itself. */
final class GuessRounds implements ScheduledTask {

  @Override
  public void run(KeycloakSession session) {
    Twostep.of(session).limits().look();
  }
}
