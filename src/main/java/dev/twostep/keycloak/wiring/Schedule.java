package dev.twostep.keycloak.wiring;

import dev.twostep.keycloak.store.Housekeeping;
import java.time.Clock;
import java.time.Duration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/** Starts what runs by the clock once the database is ready; every node runs it, and may. */
final class Schedule {

  /**
   * How often.
   *
   * @param notices for what was not sent at once, and for reminders
   */
  record Rhythm(Duration housekeeping, Duration notices) {}

  private static final Duration GUESSES = Duration.ofSeconds(15);

  private Schedule() {}

  static void start(
      KeycloakSessionFactory sessions, Clock clock, Rhythm every, Runnable onceReady) {
    sessions.register(
        event -> {
          if (event instanceof PostMigrationEvent) {
            onceReady.run();
            schedule(
                sessions, new Housekeeping(clock), every.housekeeping(), "twostep-housekeeping");
            schedule(sessions, new NoticeRounds(), every.notices(), "twostep-notices");
            schedule(sessions, new GuessRounds(), GUESSES, "twostep-guesses");
            schedule(sessions, new AppPasswordRounds(), every.notices(), "twostep-app-passwords");
            schedule(sessions, new PortalRounds(), every.notices(), "twostep-portals");
          } else {
            Housekeeping.on(event);
          }
        });
  }

  private static void schedule(
      KeycloakSessionFactory sessions, ScheduledTask task, Duration every, String name) {
    try (KeycloakSession session = sessions.create()) {
      TimerProvider timer = session.getProvider(TimerProvider.class);
      if (timer != null) {
        timer.scheduleTask(task, every.toMillis(), name);
      }
    }
  }
}
