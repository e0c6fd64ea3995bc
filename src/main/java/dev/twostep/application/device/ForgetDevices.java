package dev.twostep.application.device;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.challenge.Ledger;
import dev.twostep.domain.device.Device;
import java.util.List;
import java.util.function.Predicate;

/** Ends trusts. */
public final class ForgetDevices {

  private final Ledger ledger;

  public ForgetDevices(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Those that are to go; answers the credentials that stood for them. */
  public List<String> forget(Account account, Predicate<Device> goes) {
    return ledger.settle(
        account,
        entry -> {
          List<Device> going = entry.devices().all().stream().filter(goes).toList();
          going.forEach(device -> entry.devices().remove(device.id()));
          return going.stream().map(device -> device.made().credential()).toList();
        });
  }
}
