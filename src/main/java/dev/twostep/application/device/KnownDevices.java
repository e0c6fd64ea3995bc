package dev.twostep.application.device;

import dev.twostep.application.challenge.Account;
import dev.twostep.domain.device.Device;
import java.util.List;
import java.util.Optional;

/** Looks devices up without holding the account. */
public interface KnownDevices {

  Optional<Device> find(Account account, String id);

  /** The oldest first. */
  List<Device> all(Account account);
}
