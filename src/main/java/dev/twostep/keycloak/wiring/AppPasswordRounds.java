package dev.twostep.keycloak.wiring;

import dev.twostep.keycloak.apppassword.AppPasswordReminders;
import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.ScheduledTask;

/** Tells owners of app passwords that end soon; every node may, for each is told of once. */
final class AppPasswordRounds implements ScheduledTask {

  @Override
  public void run(KeycloakSession session) {
    new AppPasswordReminders(session).run();
  }
}
