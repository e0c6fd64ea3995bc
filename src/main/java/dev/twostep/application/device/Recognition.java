package dev.twostep.application.device;

import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.device.Device;
import dev.twostep.domain.device.DeviceToken;
import dev.twostep.domain.device.Secrets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Judges a token; the one place that does. */
record Recognition(ServerKey key, ShownToken shown, Instant now) {

  Recognised by(Function<String, Optional<Device>> devices) {
    Optional<DeviceToken> token =
        DeviceToken.parse(shown.cookie()).filter(one -> one.isOf(shown.owner(), key));
    if (token.isEmpty()) {
      return new Recognised.Foreign();
    }
    Optional<Device> device =
        devices.apply(token.get().id()).filter(one -> one.standsIn(shown.standing()));
    return device.isEmpty() ? new Recognised.Over() : judged(device.get(), token.get().digest(key));
  }

  private Recognised judged(Device device, String digest) {
    Secrets.Shown secret = device.shown(digest, now);
    return secret == Secrets.Shown.STALE
        ? new Recognised.Stolen(device)
        : new Recognised.Live(device, secret == Secrets.Shown.CURRENT);
  }
}
