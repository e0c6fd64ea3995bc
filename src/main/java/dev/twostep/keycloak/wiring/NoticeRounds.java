package dev.twostep.keycloak.wiring;

import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.ScheduledTask;

/** Sends once more what was not sent at once; every node may, for each notice has one taker. */
final class NoticeRounds implements ScheduledTask {

  @Override
  public void run(KeycloakSession session) {
    Twostep.of(session).tellOverdue();
  }
}
