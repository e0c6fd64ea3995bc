package dev.twostep.keycloak.office;

import dev.twostep.domain.factor.FactorName;
import dev.twostep.domain.office.DeviceLabels;
import dev.twostep.domain.office.DeviceRefusal;
import dev.twostep.domain.office.Office;
import dev.twostep.domain.office.OfficeDevice;
import dev.twostep.domain.office.OfficeDevice.Kind;
import dev.twostep.domain.office.OfficeDevice.Life;
import dev.twostep.domain.office.OfficeDevice.State;
import dev.twostep.domain.office.Rekey;
import dev.twostep.keycloak.enrolment.AppKey;
import dev.twostep.keycloak.store.JpaOfficeStaff;
import dev.twostep.keycloak.store.JpaOffices;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The devices of one office: inviting, renewing, renaming and revoking them. */
public final class OfficeStaff {

  public static final Duration LINK_LIFE = Duration.ofHours(24);

  /** What became of a wish to invite somebody or to give them a new link. */
  public sealed interface Invitation {}

  /** The link is shown once, to whoever invited: nothing returns it again. */
  public record Invited(OfficeDevice device, String url, Instant expiresAt) implements Invitation {
    @Override
    public String toString() {
      return "Invited[" + device.id() + "]";
    }
  }

  public record Refused(DeviceRefusal why) implements Invitation {}

  /**
   * A device as lists show it.
   *
   * @param invitedUntil when its open link ends, if it has one
   */
  public record Listed(OfficeDevice device, DeviceOwner owner, Optional<Instant> invitedUntil) {}

  /**
   * What became of a wish to revoke a device.
   *
   * @param sessions how many ended with it
   */
  public record Revoked(boolean done, int sessions) {}

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Office office;
  private final JpaOfficeStaff staff;

  public OfficeStaff(KeycloakSession session, RealmModel realm, Office office) {
    this.session = session;
    this.realm = realm;
    this.office = office;
    this.staff = new JpaOfficeStaff(session, realm);
  }

  /** All of them, revoked ones as well, the oldest first. */
  public List<Listed> all() {
    return staff.of(office.id()).stream().map(this::listed).toList();
  }

  public Optional<OfficeDevice> find(String id) {
    return staff.find(id).filter(device -> device.office().equals(office.id()));
  }

  /** Prepares a device for an employee, who binds their app to it by the link. */
  public Invitation invite(String label, Optional<UserModel> owner) {
    Instant now = now();
    new JpaOffices(session, realm).lock(office.id());
    Optional<DeviceRefusal> refusal =
        labels(now)
            .toAdding(label)
            .or(() -> owner.filter(o -> !o.isEnabled()).map(o -> DeviceRefusal.OWNER_DISABLED));
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    OfficeDevice device = fresh(FactorName.trimmed(label), owner.map(UserModel::getId), now);
    return withLink(device, () -> staff.add(device));
  }

  /** A new link for the same device, whose present secret works until the new one is confirmed. */
  public Invitation renew(OfficeDevice device) {
    if (device.kind() == Kind.SHARED) {
      return new Refused(DeviceRefusal.SHARED);
    }
    State state = device.stateAt(now());
    return state == State.REVOKED || state == State.ENDED
        ? new Refused(DeviceRefusal.REVOKED)
        : withLink(device, () -> {});
  }

  /** Empty if it is called so now. */
  public Optional<DeviceRefusal> rename(OfficeDevice device, String label) {
    new JpaOffices(session, realm).lock(office.id());
    Optional<DeviceRefusal> refusal = labels(now()).toNaming(device.id(), label);
    if (refusal.isEmpty()) {
      staff.rename(device.id(), FactorName.trimmed(label));
    }
    return refusal;
  }

  /** At once, on all nodes; an invitation of it dies as well. */
  public Revoked revoke(OfficeDevice device, boolean endSessions) {
    Instant now = now();
    boolean done = staff.revoke(device.id(), now);
    return new Revoked(
        done, done && endSessions ? new DeviceSessions(session, realm).end(device.id(), now) : 0);
  }

  /** Replaces the shared secret; the one before counts until then. Empty if that was done. */
  public Optional<DeviceRefusal> rekey(Optional<Instant> until) {
    Instant now = now();
    Instant end = until.orElse(now.plus(Rekey.USUAL));
    if (!office.options().shared()) {
      return Optional.of(DeviceRefusal.NOT_SHARED);
    }
    if (end.isAfter(now.plus(Rekey.LONGEST))) {
      return Optional.of(DeviceRefusal.UNTIL_LATE);
    }
    if (Twostep.of(session).locker().isEmpty()) {
      return Optional.of(DeviceRefusal.NO_KEY);
    }
    new SharedSecret(session, realm, office).replace(AppKey.fresh(realm.getOTPPolicy()), end);
    return Optional.empty();
  }

  /** Whose shared secret has to change. */
  public Rekey rekeying() {
    return new Rekey(staff.of(office.id()), now());
  }

  private Invitation withLink(OfficeDevice device, Runnable before) {
    Optional<EnrolmentLinks> links = Twostep.of(session).enrolmentLinks();
    if (links.isEmpty()) {
      return new Refused(DeviceRefusal.NO_KEY);
    }
    before.run();
    EnrolmentLink link = EnrolmentLink.to(device.id());
    Instant expires = now().plus(LINK_LIFE);
    staff.invite(
        new JpaOfficeStaff.Invite(
            device.id(),
            office.id(),
            links.get().digest(link),
            expires,
            Optional.empty(),
            Optional.empty(),
            0));
    return new Invited(device, EnrolmentLinks.url(session, realm, link), expires);
  }

  private OfficeDevice fresh(String label, Optional<String> owner, Instant now) {
    Kind kind = office.options().shared() ? Kind.HOLDER : Kind.OWN;
    Life life =
        new Life(
            now,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new OfficeDevice(KeycloakModelUtils.generateId(), office.id(), label, owner, kind, life);
  }

  private Listed listed(OfficeDevice device) {
    Optional<Instant> until = staff.invitationEnd(device.id()).filter(end -> end.isAfter(now()));
    return new Listed(device, DeviceOwner.of(session, realm, device), until);
  }

  private DeviceLabels labels(Instant now) {
    return new DeviceLabels(staff.of(office.id()), now);
  }

  private Instant now() {
    return Twostep.of(session).clock().instant();
  }
}
