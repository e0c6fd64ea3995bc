package dev.twostep.keycloak.page;

import dev.twostep.application.device.CheckedPasscode;
import dev.twostep.domain.device.Device;
import dev.twostep.domain.device.Passcode;
import dev.twostep.domain.device.PasscodeRules;
import dev.twostep.domain.device.PasscodeVerdict;
import dev.twostep.domain.policy.Trusting;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.device.BrowserDevice;
import dev.twostep.keycloak.device.DeviceList;
import dev.twostep.keycloak.device.KnownOfUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The visitor's trusted devices: what the page shows of them, and what it changes. */
final class OwnDevices {

  /** What somebody typed to change a passcode. */
  record Typed(String old, String chosen, String repeated) {

    @Override
    public String toString() {
      return "Typed[******]";
    }
  }

  /** What counts is said by the application's policy; the cookie only has to live that long. */
  private static final Duration LONGEST = Duration.ofDays(30);

  private final Visit visit;
  private final DeviceList list;
  private final BrowserDevice browser;

  OwnDevices(Visit visit) {
    this.visit = visit;
    this.list = new DeviceList(visit.session(), visit.realm(), visit.user());
    this.browser = new BrowserDevice(visit.session(), visit.realm(), visit.user());
  }

  /** As maps: Keycloak's FreeMarker knows no records. */
  List<Map<String, Object>> shown(Optional<Trusting> terms) {
    List<DeviceList.Listed> all = list.all();
    String here = all.isEmpty() ? "" : here().map(Device::id).orElse("");
    Days days = new Days(visit);
    List<Map<String, Object>> shown = new ArrayList<>();
    for (DeviceList.Listed one : all) {
      Device device = one.device();
      Map<String, Object> row = new HashMap<>();
      row.put("id", one.credential());
      row.put("name", one.name());
      row.put("here", device.id().equals(here));
      row.put("passcode", device.lock().exists());
      row.put("since", days.of(device.made().at()));
      row.put("used", days.of(device.use().at()));
      row.put("until", terms.map(t -> days.of(device.made().at().plus(t.lasts()))).orElse(""));
      shown.add(row);
    }
    return shown;
  }

  Said forget(String credential) {
    return list.forget(credential) ? Said.FORGOTTEN : Said.NOT_YOURS;
  }

  Said forgetAll() {
    list.forgetAll();
    return Said.ALL_FORGOTTEN;
  }

  /** On the strength of the old one: a wrong one counts here as it does at a login. */
  Said change(Typed typed, Optional<Trusting> terms) {
    Passcode chosen = Passcode.typed(typed.chosen());
    var phones = new AccountFactors(visit.realm(), visit.user()).phone().map(p -> p.e164());
    PasscodeVerdict verdict =
        PasscodeRules.judge(chosen, KnownOfUser.of(visit.user(), phones.stream()));
    if (verdict instanceof PasscodeVerdict.Refused refused) {
      return Said.of(refused.flaw());
    }
    if (!chosen.isSameAs(Passcode.typed(typed.repeated()))) {
      return Said.of(PasscodeVerdict.Flaw.DIFFERENT);
    }
    Passcode old = Passcode.typed(typed.old());
    if (old.isEmpty() || here().isEmpty()) {
      return old.isEmpty() ? Said.of(PasscodeVerdict.Flaw.MISSING) : Said.FAILED;
    }
    Duration lasts = terms.map(Trusting::lasts).orElse(LONGEST);
    return changed(browser.check(old, lasts), chosen);
  }

  private Said changed(CheckedPasscode checked, Passcode chosen) {
    if (checked instanceof CheckedPasscode.Right right) {
      return browser.change(right.used().device(), chosen) ? Said.PASSCODE : Said.FAILED;
    }
    if (checked instanceof CheckedPasscode.Wrong) {
      return Said.PASSCODE_WRONG;
    }
    return checked instanceof CheckedPasscode.Dropped ? Said.PASSCODE_DROPPED : Said.FAILED;
  }

  private Optional<Device> here() {
    return browser.look().flatMap(BrowserDevice::live);
  }
}
