package dev.twostep.keycloak.store;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.device.KnownDevices;
import dev.twostep.domain.device.Device;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Devices as they are committed. */
public final class JpaKnownDevices implements KnownDevices {

  private final KeycloakSessionFactory sessions;

  public JpaKnownDevices(KeycloakSessionFactory sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Device> find(Account account, String id) {
    return read(account, devices -> devices.find(id));
  }

  @Override
  public List<Device> all(Account account) {
    return read(account, JpaDevices::all);
  }

  private <T> T read(Account account, Function<JpaDevices, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        sessions,
        session ->
            work.apply(
                new JpaDevices(
                    session.getProvider(JpaConnectionProvider.class).getEntityManager(), account)));
  }
}
