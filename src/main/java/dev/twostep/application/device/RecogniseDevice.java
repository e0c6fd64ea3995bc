package dev.twostep.application.device;

import dev.twostep.domain.code.ServerKey;
import java.time.Clock;

/** Says what a browser's token is worth, and changes nothing. */
public final class RecogniseDevice {

  private final KnownDevices devices;
  private final ServerKey key;
  private final Clock clock;

  public RecogniseDevice(KnownDevices devices, ServerKey key, Clock clock) {
    this.devices = devices;
    this.key = key;
    this.clock = clock;
  }

  public Recognised look(ShownToken shown) {
    return new Recognition(key, shown, clock.instant()).by(id -> devices.find(shown.account(), id));
  }
}
