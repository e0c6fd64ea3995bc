package dev.twostep.application.device;

import dev.twostep.domain.device.Device;

/** What a typed passcode came to. */
public sealed interface CheckedPasscode {

  record Right(Used.Good used) implements CheckedPasscode {}

  /** Wrong, and counted; so many more may be tried. */
  record Wrong(int left) implements CheckedPasscode {}

  /** Wrong once too often: the device is trusted no more. */
  record Dropped(Device device) implements CheckedPasscode {}

  /** Not compared: an old copy of the token was shown, and the device is trusted no more. */
  record Stolen(Device device) implements CheckedPasscode {}

  /** Not compared: there is no such device, or it has no passcode. */
  record Gone() implements CheckedPasscode {}
}
