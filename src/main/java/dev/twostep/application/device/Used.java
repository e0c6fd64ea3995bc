package dev.twostep.application.device;

import dev.twostep.domain.device.Device;
import dev.twostep.domain.device.DeviceToken;
import java.util.Optional;

/** What became of the use of a device. */
public sealed interface Used {

  /**
   * It counts.
   *
   * @param next the token from now on; empty for a parallel tab, whose browser has it already
   * @param moved it was last used from another network
   */
  record Good(Device device, Optional<DeviceToken> next, boolean moved) implements Used {}

  /** An old copy was shown, and the device is trusted no more. */
  record Stolen(Device device) implements Used {}

  /** No device, or no longer one. */
  record Gone() implements Used {}
}
