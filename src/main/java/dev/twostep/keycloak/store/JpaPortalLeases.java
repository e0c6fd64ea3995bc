package dev.twostep.keycloak.store;

import dev.twostep.application.portal.Leases;
import dev.twostep.domain.code.LockerRing;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Leases in Keycloak's database: a portal's row is locked for as long as it takes to read it. */
public final class JpaPortalLeases implements Leases {

  private final KeycloakSessionFactory sessions;
  private final Supplier<Optional<LockerRing>> keys;

  public JpaPortalLeases(KeycloakSessionFactory sessions, Supplier<Optional<LockerRing>> keys) {
    this.sessions = sessions;
    this.keys = keys;
  }

  @Override
  public <T> Optional<T> settle(String portal, Function<Entry, T> work) {
    return KeycloakModelUtils.<Optional<T>>runJobInTransactionWithResult(
        sessions,
        session -> {
          EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
          return Optional.ofNullable(
                  em.find(PortalEntity.class, portal, LockModeType.PESSIMISTIC_WRITE))
              .map(row -> work.apply(new JpaPortalEntry(em, row, keys.get())));
        });
  }
}
