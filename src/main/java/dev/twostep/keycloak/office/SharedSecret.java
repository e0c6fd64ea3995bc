package dev.twostep.keycloak.office;

import dev.twostep.domain.code.Locker;
import dev.twostep.domain.office.Office;
import dev.twostep.domain.office.OfficeDevice;
import dev.twostep.domain.office.OfficeDevice.Kind;
import dev.twostep.domain.office.OfficeDevice.Life;
import dev.twostep.domain.office.OfficeDevice.State;
import dev.twostep.domain.office.Rekey;
import dev.twostep.keycloak.enrolment.AppKey;
import dev.twostep.keycloak.store.JpaOfficeStaff;
import dev.twostep.keycloak.store.JpaOffices;
import dev.twostep.keycloak.store.OfficeSecrets;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The one secret that all phones of an office have, where its administrators chose that. */
public final class SharedSecret {

  /** The row that keeps it, and the secret itself. */
  public record Current(String device, AppKey key) {}

  private final Office office;
  private final JpaOffices offices;
  private final JpaOfficeStaff staff;
  private final Locker locker;
  private final Instant now;

  public SharedSecret(KeycloakSession session, RealmModel realm, Office office) {
    this.office = office;
    this.offices = new JpaOffices(session, realm);
    this.staff = new JpaOfficeStaff(session, realm);
    this.locker = Twostep.of(session).locker().orElseThrow();
    this.now = Twostep.of(session).clock().instant();
  }

  /** The newest that is not about to end. */
  public Optional<Current> current() {
    return new Rekey(staff.of(office.id()), now)
        .newest()
        .flatMap(device -> key(device.id()).map(key -> new Current(device.id(), key)));
  }

  /** The same while nobody else replaces it. */
  public Optional<Current> lockedCurrent() {
    offices.lock(office.id());
    return current();
  }

  /** From now on this is the office's secret. */
  public Current add(AppKey key, long step) {
    String id = KeycloakModelUtils.generateId();
    Life born =
        new Life(
            now,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    staff.add(
        new OfficeDevice(id, office.id(), office.name(), Optional.empty(), Kind.SHARED, born));
    staff.enrol(id, locker.lock(key.text(), OfficeSecrets.place(id)), step, now);
    return new Current(id, key);
  }

  /** Puts a new one in place of all others, which count until then; no moment if that is now. */
  Current replace(AppKey key, Instant until) {
    offices.lock(office.id());
    List<OfficeDevice> before =
        staff.of(office.id()).stream()
            .filter(one -> one.kind() == Kind.SHARED && one.stateAt(now) == State.ACTIVE)
            .toList();
    before.forEach(one -> end(one, until));
    return add(key, Long.MIN_VALUE);
  }

  private void end(OfficeDevice one, Instant until) {
    if (!until.isAfter(now)) {
      staff.revoke(one.id(), now);
    } else if (one.life().validUntil().filter(end -> end.isBefore(until)).isEmpty()) {
      staff.end(one.id(), until);
    }
  }

  private Optional<AppKey> key(String device) {
    return staff
        .secret(device)
        .flatMap(locked -> locker.unlock(locked, OfficeSecrets.place(device)))
        .flatMap(AppKey::of);
  }
}
