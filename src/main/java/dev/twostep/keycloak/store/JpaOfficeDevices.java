package dev.twostep.keycloak.store;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.office.OfficeDevices;
import dev.twostep.domain.code.Locker;
import dev.twostep.domain.code.TimeSteps;
import dev.twostep.keycloak.enrolment.AppKey;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The office of one account, in the transaction of its settlement: one query, however large. */
final class JpaOfficeDevices implements OfficeDevices {

  private final EntityManager em;
  private final Account account;
  private final Optional<Locker> locker;

  /** The devices from which this account has accepted a code before. */
  private final Map<String, Boolean> known = new HashMap<>();

  JpaOfficeDevices(EntityManager em, Account account, Optional<Locker> locker) {
    this.em = em;
    this.account = account;
    this.locker = locker;
  }

  @Override
  public Optional<Opened> open(int window, Instant now) {
    List<Object[]> rows =
        em.createQuery(
                "select o, d, s.lastStep from OfficeAccountEntity a"
                    + " join OfficeEntity o on o.id = a.officeId and o.realmId = a.realmId"
                    + " left join OfficeDeviceEntity d on d.officeId = o.id and d.secret is not null"
                    + " and d.revokedAt is null and d.enrolledAt is not null"
                    + " and (d.validUntil is null or d.validUntil > :now)"
                    + " left join OfficeStepEntity s on s.deviceId = d.id and s.userId = a.userId"
                    + " where a.userId = :user and a.realmId = :realm order by d.enrolledAt, d.id",
                Object[].class)
            .setParameter("user", account.user())
            .setParameter("realm", account.realm())
            .setParameter("now", now.toEpochMilli())
            .getResultList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<Usable> devices = new ArrayList<>();
    for (Object[] row : rows) {
      usable((OfficeDeviceEntity) row[1], (Long) row[2], window).ifPresent(devices::add);
    }
    return Optional.of(new Opened(JpaOffices.office((OfficeEntity) rows.get(0)[0]), devices));
  }

  private Optional<Usable> usable(
      @Nullable OfficeDeviceEntity device, @Nullable Long spentHere, int window) {
    if (device == null) {
      return Optional.empty();
    }
    known.put(device.id, spentHere != null);
    return steps(device, window)
        .map(
            steps ->
                new Usable(
                    device.id,
                    device.label,
                    device.version,
                    steps,
                    Math.max(
                        Objects.requireNonNullElse(spentHere, Long.MIN_VALUE), device.enrolStep),
                    Math.max(device.lastStep, device.enrolStep)));
  }

  private Optional<TimeSteps> steps(OfficeDeviceEntity device, int window) {
    return locker
        .flatMap(
            l ->
                l.unlock(
                    Objects.requireNonNullElse(device.secret, ""), OfficeSecrets.place(device.id)))
        .flatMap(AppKey::of)
        .map(key -> key.steps(window));
  }

  @Override
  public boolean spend(Opened office, Usable device, long step, Visit visit, Instant now) {
    String strict = office.office().options().strict() ? " and d.lastStep < :step" : "";
    int changed =
        em.createQuery(
                "update OfficeDeviceEntity d set d.usedAt = :now,"
                    + " d.lastStep = case when d.lastStep < :step then :step else d.lastStep end"
                    + " where d.id = :id and d.version = :version and d.revokedAt is null"
                    + strict)
            .setParameter("now", now.toEpochMilli())
            .setParameter("step", step)
            .setParameter("id", device.id())
            .setParameter("version", device.version())
            .executeUpdate();
    if (changed != 1) {
      return false;
    }
    spendHere(office, device, step);
    log(office, device, visit, now);
    return true;
  }

  private void spendHere(Opened office, Usable device, long step) {
    if (known.getOrDefault(device.id(), false)) {
      em.createQuery(
              "update OfficeStepEntity s set s.lastStep = :step"
                  + " where s.userId = :user and s.deviceId = :device")
          .setParameter("step", step)
          .setParameter("user", account.user())
          .setParameter("device", device.id())
          .executeUpdate();
      return;
    }
    OfficeStepEntity row = new OfficeStepEntity();
    row.userId = account.user();
    row.deviceId = device.id();
    row.realmId = account.realm();
    row.officeId = office.office().id();
    row.lastStep = step;
    em.persist(row);
  }

  private void log(Opened office, Usable device, Visit visit, Instant now) {
    OfficeUseEntity use = new OfficeUseEntity();
    use.id = KeycloakModelUtils.generateId();
    use.realmId = account.realm();
    use.officeId = office.office().id();
    use.deviceId = device.id();
    use.deviceLabel = device.label();
    use.userId = account.user();
    use.userName = visit.user();
    use.clientId = visit.client();
    use.sessionId = visit.session();
    use.network = visit.network();
    use.usedAt = now.toEpochMilli();
    em.persist(use);
  }
}
