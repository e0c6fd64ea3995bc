package dev.twostep.keycloak.page;

import dev.twostep.domain.office.Office;
import dev.twostep.domain.office.OfficeDevice;
import dev.twostep.domain.office.OfficeDevice.Kind;
import dev.twostep.domain.office.OfficeDevice.Life;
import dev.twostep.domain.office.OfficeDevice.State;
import dev.twostep.domain.office.Rekey;
import dev.twostep.keycloak.office.OfficeStaff;
import dev.twostep.keycloak.office.OfficeStaff.Listed;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The devices of an office as its manager sees them; as maps, FreeMarker knows no records. */
final class DeviceTable {

  private final Visit visit;
  private final Office office;
  private final OfficeStaff staff;
  private final Instant now;

  DeviceTable(Visit visit, Office office, OfficeStaff staff) {
    this.visit = visit;
    this.office = office;
    this.staff = staff;
    this.now = Twostep.of(visit.session()).clock().instant();
  }

  Map<String, Object> shown() {
    Rekey rekey = staff.rekeying();
    Set<String> due = rekey.due().stream().map(OfficeDevice::id).collect(Collectors.toSet());
    List<Listed> all =
        staff.all().stream().filter(one -> one.device().kind() != Kind.SHARED).toList();
    Map<String, Object> shown = new HashMap<>();
    shown.put("devices", all.stream().filter(this::lives).map(one -> row(one, due)).toList());
    shown.put(
        "revoked", all.stream().filter(one -> !lives(one)).map(one -> row(one, due)).toList());
    shown.put("shared", office.options().shared());
    shown.put("rekeyDue", office.options().shared() && rekey.isOfficeDue());
    shown.put("hasKey", rekey.newest().isPresent());
    shown.put("endSessions", office.options().endSessions());
    return shown;
  }

  private boolean lives(Listed one) {
    State state = one.device().stateAt(now);
    return state == State.ACTIVE || state == State.INVITED;
  }

  private Map<String, Object> row(Listed one, Set<String> due) {
    Days days = new Days(visit);
    OfficeDevice device = one.device();
    Life life = device.life();
    Map<String, Object> row = new HashMap<>();
    row.put("id", device.id());
    row.put("label", device.label());
    row.put("state", device.stateAt(now).word());
    row.put("owner", one.owner().userName().orElse(""));
    row.put("ownerState", one.owner().state().word());
    row.put("created", days.of(life.created()));
    row.put("enrolled", life.enrolled().map(days::of).orElse(""));
    row.put("used", life.used().map(days::of).orElse(""));
    row.put("ended", life.revoked().or(life::validUntil).map(days::of).orElse(""));
    row.put("linkUntil", one.invitedUntil().map(days::moment).orElse(""));
    row.put("due", due.contains(device.id()));
    return row;
  }
}
