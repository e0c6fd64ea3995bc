package dev.twostep.keycloak.wiring;

import dev.twostep.keycloak.store.Housekeeping;
import java.time.Clock;
import java.time.Duration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.timer.TimerProvider;

/** Starts the housekeeping once the database is ready; every node runs it, and may. */
final class Schedule {

  private static final Duration EVERY = Duration.ofMinutes(15);

  private Schedule() {}

  static void start(KeycloakSessionFactory sessions, Clock clock, Runnable onceReady) {
    sessions.register(
        event -> {
          if (event instanceof PostMigrationEvent) {
            onceReady.run();
            schedule(sessions, new Housekeeping(clock));
          } else {
            Housekeeping.on(event);
          }
        });
  }

  private static void schedule(KeycloakSessionFactory sessions, Housekeeping task) {
    try (KeycloakSession session = sessions.create()) {
      TimerProvider timer = session.getProvider(TimerProvider.class);
      if (timer != null) {
        timer.scheduleTask(task, EVERY.toMillis(), "twostep-housekeeping");
      }
    }
  }
}
