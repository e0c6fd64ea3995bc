package dev.twostep.application.device;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.challenge.Ledger;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.device.Device;
import dev.twostep.domain.device.DeviceOwner;
import dev.twostep.domain.device.DeviceToken;
import dev.twostep.domain.device.PasscodeLock;
import dev.twostep.domain.device.Secrets;
import dev.twostep.domain.device.Standing;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Trusts a browser after a second factor was proven in it; the oldest device makes room. */
public final class TrustDevice {

  /**
   * What is to be trusted.
   *
   * @param id of the device, new
   * @param credential that stands for it with the user's other credentials
   * @param passcode its hash; empty text for none
   */
  public record Wish(
      String id, String credential, String network, String passcode, Standing standing) {}

  /**
   * A trusted device.
   *
   * @param dropped credentials of devices that made room, or counted for nothing any more
   */
  public record Trusted(DeviceToken token, List<String> dropped) {}

  private final Ledger ledger;
  private final ServerKey key;
  private final Clock clock;
  private final SecureRandom random;

  public TrustDevice(Ledger ledger, ServerKey key, Clock clock, SecureRandom random) {
    this.ledger = ledger;
    this.key = key;
    this.clock = clock;
    this.random = random;
  }

  public String newId() {
    return DeviceToken.newId(random);
  }

  public Trusted trust(Account account, Wish wish) {
    return ledger.settle(account, entry -> settle(entry.devices(), account, wish));
  }

  private Trusted settle(Devices devices, Account account, Wish wish) {
    List<String> dropped = new ArrayList<>();
    for (Device old : devices.all()) {
      if (!old.standsIn(wish.standing())) {
        drop(devices, old, dropped);
      }
    }
    List<Device> kept = devices.all();
    kept.stream()
        .limit(Math.max(0, kept.size() - (Device.MOST - 1)))
        .forEach(oldest -> drop(devices, oldest, dropped));
    DeviceOwner owner = new DeviceOwner(account.realm(), account.user());
    DeviceToken token = DeviceToken.issue(key, owner, wish.id(), random);
    devices.keep(device(wish, token.digest(key)));
    return new Trusted(token, List.copyOf(dropped));
  }

  private Device device(Wish wish, String digest) {
    Instant now = clock.instant();
    return new Device(
        wish.id(),
        new Device.Made(wish.credential(), wish.standing().print(), now),
        Secrets.first(digest, now),
        new PasscodeLock(wish.passcode(), 0),
        new Device.Use(now, key.sealed("device network", wish.network())));
  }

  private static void drop(Devices devices, Device device, List<String> dropped) {
    devices.remove(device.id());
    dropped.add(device.made().credential());
  }
}
