package dev.twostep.application.device;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.challenge.Ledger;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.device.DeviceOwner;
import dev.twostep.domain.device.Passcode;
import dev.twostep.domain.device.PasscodeLock;

/** Gives a device a passcode, after whoever asks has proven who they are. */
public final class SetPasscode {

  private final Ledger ledger;
  private final ServerKey key;

  public SetPasscode(Ledger ledger, ServerKey key) {
    this.ledger = ledger;
    this.key = key;
  }

  /** What is kept of a passcode. */
  public String hashed(Account account, Passcode chosen, PasscodeHashes hashes) {
    return hashes.hash(chosen.keyed(key, new DeviceOwner(account.realm(), account.user())));
  }

  /** In place of an earlier one, with all its tries; false if there is no such device. */
  public boolean set(Account account, String device, String hash) {
    return ledger.settle(
        account,
        entry ->
            entry
                .devices()
                .find(device)
                .map(
                    found -> {
                      entry.devices().keep(found.locked(new PasscodeLock(hash, 0)));
                      return true;
                    })
                .orElse(false));
  }
}
