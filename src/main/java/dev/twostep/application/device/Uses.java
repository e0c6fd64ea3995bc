package dev.twostep.application.device;

import dev.twostep.application.challenge.Ledger;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.device.Device;
import dev.twostep.domain.device.DeviceToken;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/** Writes down the use of a device, inside a settlement that holds the account. */
record Uses(ServerKey key, SecureRandom random) {

  /** Drops a device whose token was copied; leaves a live one as it is. */
  Recognised look(Ledger.Entry entry, ShownToken shown, Instant now) {
    Recognised seen = new Recognition(key, shown, now).by(entry.devices()::find);
    if (seen instanceof Recognised.Stolen stolen) {
      entry.devices().remove(stolen.device().id());
    }
    return seen;
  }

  /** Every use brings a new secret, but for a tab that came with the one before. */
  Used.Good used(Ledger.Entry entry, ShownToken shown, Recognised.Live live, Instant now) {
    String network = key.sealed("device network", shown.network());
    boolean moved = !live.device().use().network().equals(network);
    Device used = live.device().used(now, network);
    if (!live.current()) {
      entry.devices().keep(used);
      return new Used.Good(used, Optional.empty(), moved);
    }
    DeviceToken next = DeviceToken.issue(key, shown.owner(), used.id(), random);
    Device rotated = used.rotated(next.digest(key), now);
    entry.devices().keep(rotated);
    return new Used.Good(rotated, Optional.of(next), moved);
  }
}
