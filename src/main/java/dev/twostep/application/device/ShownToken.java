package dev.twostep.application.device;

import dev.twostep.application.challenge.Account;
import dev.twostep.domain.device.DeviceOwner;
import dev.twostep.domain.device.Standing;

/**
 * What a browser shows while somebody signs in.
 *
 * @param cookie whatever it sent in place of a token
 * @param network from where; only a keyed digest of it is kept
 */
public record ShownToken(Account account, String cookie, Standing standing, String network) {

  DeviceOwner owner() {
    return new DeviceOwner(account.realm(), account.user());
  }

  @Override
  public String toString() {
    return "ShownToken[******]";
  }
}
