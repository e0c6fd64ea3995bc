package dev.twostep.application.device;

import dev.twostep.application.challenge.Ledger;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.device.Device;
import dev.twostep.domain.device.Passcode;
import dev.twostep.domain.device.PasscodeLock;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/**
 * Checks the passcode of a device: five wrong ones in all, over every tab and node, and the device
 * is trusted no more.
 */
public final class CheckPasscode {

  private final Ledger ledger;
  private final ServerKey key;
  private final Uses uses;
  private final Clock clock;

  public CheckPasscode(Ledger ledger, ServerKey key, Clock clock, SecureRandom random) {
    this.ledger = ledger;
    this.key = key;
    this.uses = new Uses(key, random);
    this.clock = clock;
  }

  /** One answer is one try; the account is held while it is compared. */
  public CheckedPasscode check(ShownToken shown, Passcode typed, PasscodeHashes hashes) {
    return ledger.settle(
        shown.account(),
        entry -> {
          Instant now = clock.instant();
          Recognised seen = uses.look(entry, shown, now);
          if (seen instanceof Recognised.Stolen stolen) {
            return new CheckedPasscode.Stolen(stolen.device());
          }
          if (!(seen instanceof Recognised.Live live) || !live.device().lock().exists()) {
            return new CheckedPasscode.Gone();
          }
          String hash = live.device().lock().hash();
          return hashes.matches(typed.keyed(key, shown.owner()), hash)
              ? new CheckedPasscode.Right(uses.used(entry, shown, live, now))
              : wrong(entry, live.device());
        });
  }

  private static CheckedPasscode wrong(Ledger.Entry entry, Device device) {
    PasscodeLock counted = device.lock().counted();
    if (counted.isBroken()) {
      entry.devices().remove(device.id());
      return new CheckedPasscode.Dropped(device);
    }
    entry.devices().keep(device.locked(counted));
    return new CheckedPasscode.Wrong(counted.left());
  }
}
