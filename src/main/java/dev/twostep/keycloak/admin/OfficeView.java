package dev.twostep.keycloak.admin;

import dev.twostep.domain.office.Office;
import dev.twostep.domain.office.OfficeDevice;
import dev.twostep.keycloak.office.DeviceOwner;
import dev.twostep.keycloak.office.OfficeStaff;
import dev.twostep.keycloak.store.JpaOfficeAccounts;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Offices and their devices as JSON; of a secret there is nothing to show. */
final class OfficeView {

  static final String SHARED_RISK =
      "one secret is on many phones: nobody can say which employee opened what, and whoever leaves"
          + " takes the secret along until it is renewed (rekey)";

  private final AdminCall call;

  OfficeView(AdminCall call) {
    this.call = call;
  }

  Map<String, Object> of(Office office) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", office.id());
    json.putAll(options(office));
    json.put("accounts", new JpaOfficeAccounts(call.session(), call.realm()).count(office.id()));
    if (office.options().shared()) {
      json.put("warning", SHARED_RISK);
    }
    return json;
  }

  Map<String, Object> options(Office office) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", office.name());
    json.put("ownFactors", office.options().ownFactors());
    json.put("strict", office.options().strict());
    json.put("shared", office.options().shared());
    json.put("endSessions", office.options().endSessions());
    office.options().organization().ifPresent(id -> json.put("organization", id));
    return json;
  }

  Map<String, Object> device(OfficeStaff.Listed listed) {
    OfficeDevice device = listed.device();
    OfficeDevice.Life life = device.life();
    Instant now = Twostep.of(call.session()).clock().instant();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", device.id());
    json.put("label", device.label());
    json.put("kind", device.kind().word());
    json.put("state", device.stateAt(now).word());
    device.owner().ifPresent(id -> json.put("owner", owner(id, listed.owner())));
    json.put("createdAt", life.created().toString());
    life.enrolled().ifPresent(at -> json.put("enrolledAt", at.toString()));
    life.used().ifPresent(at -> json.put("lastUsedAt", at.toString()));
    life.revoked().ifPresent(at -> json.put("revokedAt", at.toString()));
    life.validUntil().ifPresent(at -> json.put("validUntil", at.toString()));
    listed.invitedUntil().ifPresent(at -> json.put("invitedUntil", at.toString()));
    return json;
  }

  private static Map<String, Object> owner(String id, DeviceOwner owner) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    owner.userName().ifPresent(name -> json.put("userName", name));
    json.put("state", owner.state().word());
    return json;
  }

  static Map<String, Object> account(JpaOfficeAccounts.Linked account, String when) {
    return Map.of(
        "id",
        account.user(),
        "userName",
        account.userName(),
        "customer",
        account.customer(),
        when,
        account.at().toString());
  }
}
