package dev.twostep.keycloak.store;

import java.time.Instant;
import java.util.function.Supplier;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** What the clock of Keycloak's database shows. */
public final class DatabaseClock implements Supplier<Instant> {

  private final KeycloakSessionFactory sessions;

  public DatabaseClock(KeycloakSessionFactory sessions) {
    this.sessions = sessions;
  }

  /** In a transaction of its own: databases show the time at which one began. */
  @Override
  public Instant get() {
    return KeycloakModelUtils.<Instant>runJobInTransactionWithResult(
        sessions,
        session ->
            session
                .getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery("select instant", Instant.class)
                .getSingleResult());
  }
}
