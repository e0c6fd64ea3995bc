package dev.twostep.keycloak.store;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.device.Devices;
import dev.twostep.domain.device.Device;
import dev.twostep.domain.device.PasscodeLock;
import dev.twostep.domain.device.Secrets;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The devices of one account, in the caller's transaction. */
final class JpaDevices implements Devices {

  private final EntityManager em;
  private final Account account;

  JpaDevices(EntityManager em, Account account) {
    this.em = em;
    this.account = account;
  }

  @Override
  public Optional<Device> find(String id) {
    return row(id).map(JpaDevices::read);
  }

  private Optional<DeviceEntity> row(String id) {
    return Optional.ofNullable(em.find(DeviceEntity.class, id))
        .filter(row -> row.realmId.equals(account.realm()) && row.userId.equals(account.user()));
  }

  @Override
  public List<Device> all() {
    return em
        .createQuery(
            "from DeviceEntity d where d.userId = :user and d.realmId = :realm"
                + " order by d.trustedAt, d.id",
            DeviceEntity.class)
        .setParameter("user", account.user())
        .setParameter("realm", account.realm())
        .getResultList()
        .stream()
        .map(JpaDevices::read)
        .toList();
  }

  @Override
  public void keep(Device device) {
    Optional<DeviceEntity> known = row(device.id());
    DeviceEntity row = known.orElseGet(DeviceEntity::new);
    write(device, row);
    if (known.isEmpty()) {
      row.id = device.id();
      row.realmId = account.realm();
      row.userId = account.user();
      em.persist(row);
    }
  }

  @Override
  public void remove(String id) {
    row(id).ifPresent(em::remove);
  }

  private static void write(Device device, DeviceEntity row) {
    row.credentialId = device.made().credential();
    row.print = device.made().print();
    row.trustedAt = device.made().at().toEpochMilli();
    row.secret = device.secrets().current();
    row.formerSecret = device.secrets().former();
    row.rotatedAt = device.secrets().rotatedAt().toEpochMilli();
    row.passcode = device.lock().hash();
    row.wrongPasscodes = device.lock().wrong();
    row.usedAt = device.use().at().toEpochMilli();
    row.network = device.use().network();
  }

  private static Device read(DeviceEntity row) {
    return new Device(
        row.id,
        new Device.Made(row.credentialId, row.print, Instant.ofEpochMilli(row.trustedAt)),
        new Secrets(
            row.secret,
            Objects.requireNonNullElse(row.formerSecret, ""),
            Instant.ofEpochMilli(row.rotatedAt)),
        new PasscodeLock(Objects.requireNonNullElse(row.passcode, ""), row.wrongPasscodes),
        new Device.Use(Instant.ofEpochMilli(row.usedAt), row.network));
  }
}
