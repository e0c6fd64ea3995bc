package dev.twostep.keycloak.wiring;

import dev.twostep.keycloak.robot.PortalReminders;
import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.ScheduledTask;

/** Tells owners of portals that no robot got into; every node may, for each is told of once. */
final class PortalRounds implements ScheduledTask {

  @Override
  public void run(KeycloakSession session) {
    new PortalReminders(session).run();
  }
}
