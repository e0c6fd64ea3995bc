package dev.twostep.domain.apppassword;

import dev.twostep.domain.code.ConstantTime;
import dev.twostep.domain.code.ServerKey;

/**
 * What is kept of an app password: enough to recognise it with the server's key, nothing from which
 * it could be read.
 *
 * @param id random, so that the same characters sealed twice have nothing in common
 * @param seal the keyed digest of password, id and user
 */
public record SealedAppPassword(String id, String seal) {

  /** Whether this is the password that was made for that user; compares in constant time. */
  public boolean opensBy(AppPassword typed, String user, ServerKey key) {
    return ConstantTime.same(seal, typed.sealedWith(key, id, user));
  }

  @Override
  public String toString() {
    return "SealedAppPassword[" + id + "]";
  }
}
