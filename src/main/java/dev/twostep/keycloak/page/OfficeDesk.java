package dev.twostep.keycloak.page;

import dev.twostep.domain.office.DeviceRefusal;
import dev.twostep.domain.office.Office;
import dev.twostep.domain.office.OfficeDevice;
import dev.twostep.keycloak.office.OfferByName;
import dev.twostep.keycloak.office.OfficeBook;
import dev.twostep.keycloak.office.OfficeEvents;
import dev.twostep.keycloak.office.OfficeStaff;
import dev.twostep.keycloak.office.OfficeStaff.Invitation;
import dev.twostep.keycloak.office.OfficeStaff.Invited;
import dev.twostep.keycloak.office.OfficeStaff.Refused;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.UserModel;

/** What a manager changes of an office; each change is an event of theirs. */
final class OfficeDesk {

  private final Visit visit;
  private final Office office;
  private final OfficeStaff staff;
  private final OfficeBook book;

  OfficeDesk(Visit visit, Office office) {
    this.visit = visit;
    this.office = office;
    this.staff = new OfficeStaff(visit.session(), visit.realm(), office);
    this.book = new OfficeBook(visit.session(), visit.realm(), office);
  }

  Invitation invite(String label) {
    return told("device-invited", staff.invite(label, Optional.empty()));
  }

  Invitation renew(String device) {
    return staff
        .find(device)
        .map(found -> told("device-renewed", staff.renew(found)))
        .orElseGet(() -> new Refused(DeviceRefusal.REVOKED));
  }

  private Invitation told(String change, Invitation invitation) {
    if (invitation instanceof Invited invited) {
      event(change, invited.device()).success();
    }
    return invitation;
  }

  OfficeSaid rename(String id, String label) {
    Optional<OfficeDevice> device = staff.find(id);
    if (device.isEmpty()) {
      return OfficeSaid.GONE;
    }
    Optional<DeviceRefusal> refusal = staff.rename(device.get(), label);
    if (refusal.isPresent()) {
      return OfficeSaid.no(refusal.get());
    }
    event("device-renamed", staff.find(id).orElseThrow()).success();
    return OfficeSaid.RENAMED;
  }

  OfficeSaid revoke(String id, boolean endSessions) {
    Optional<OfficeDevice> device = staff.find(id);
    if (device.isEmpty() || device.get().kind() == OfficeDevice.Kind.SHARED) {
      return OfficeSaid.GONE;
    }
    OfficeStaff.Revoked revoked = staff.revoke(device.get(), endSessions);
    if (!revoked.done()) {
      return OfficeSaid.no(DeviceRefusal.REVOKED);
    }
    event("device-revoked", device.get())
        .detail(OfficeEvents.SESSIONS, Integer.toString(revoked.sessions()))
        .success();
    return OfficeSaid.REVOKED;
  }

  /** The old key counts for that many days yet; none is at once. */
  OfficeSaid rekey(int days) {
    Instant until = Twostep.of(visit.session()).clock().instant().plus(Duration.ofDays(days));
    Optional<DeviceRefusal> refusal = staff.rekey(Optional.of(until));
    if (refusal.isPresent()) {
      return OfficeSaid.no(refusal.get());
    }
    event("rekeyed").detail("twostep_office_until", until.toString()).success();
    return OfficeSaid.REKEYED;
  }

  OfficeSaid offer(String name) {
    if (!new OfferByName(visit.session(), visit.realm(), office).offer(name)) {
      return OfficeSaid.NO_NAME;
    }
    event("account-invited").detail(OfficeEvents.ACCOUNT_NAME, name.strip()).success();
    return OfficeSaid.OFFERED;
  }

  OfficeSaid withdraw(String user) {
    if (!book.withdraw(user)) {
      return OfficeSaid.GONE;
    }
    event("account-invitation-withdrawn").detail(OfficeEvents.ACCOUNT, user).success();
    return OfficeSaid.WITHDRAWN;
  }

  OfficeSaid takeOff(String id) {
    UserModel user = visit.session().users().getUserById(visit.realm(), id);
    if (!(user == null ? book.forget(id) : book.detach(user))) {
      return OfficeSaid.GONE;
    }
    event("account-taken-off").detail(OfficeEvents.ACCOUNT, id).success();
    return OfficeSaid.TAKEN_OFF;
  }

  void exported() {
    event("log-exported").success();
  }

  private EventBuilder event(String change) {
    return by(new OfficeEvents(visit.session(), visit.realm()).of(change, office));
  }

  private EventBuilder event(String change, OfficeDevice device) {
    return by(new OfficeEvents(visit.session(), visit.realm()).of(change, office, device));
  }

  private EventBuilder by(EventBuilder event) {
    return event.client(LoginRedirect.CLIENT).user(visit.user()).session(visit.login());
  }
}
