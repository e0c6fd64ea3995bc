package dev.twostep.application.device;

import dev.twostep.domain.device.Device;

/** What a shown token is worth. */
public sealed interface Recognised {

  /**
   * A device that its user trusts.
   *
   * @param current false for the token before, which a parallel tab may still show
   */
  record Live(Device device, boolean current) implements Recognised {}

  /** An old copy of a live device's token. */
  record Stolen(Device device) implements Recognised {}

  /** It was good once: taken back, over, or made before the user's credentials changed. */
  record Over() implements Recognised {}

  /** Nothing that this server made for this user. */
  record Foreign() implements Recognised {}
}
