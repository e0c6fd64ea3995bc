package dev.twostep.keycloak.portal;

import dev.twostep.domain.portal.KeyReading;
import dev.twostep.keycloak.enrolment.AppKey;
import dev.twostep.keycloak.store.JpaPortalIntakes.Came;

/** Locks a key as soon as it is read. */
final class PendingKey {

  /** As the table has it; a portal may call an account anything. */
  private static final int LONGEST_LABEL = 255;

  private PendingKey() {}

  static Came locked(PortalVault vault, PortalVault.Owner owner, KeyReading.Read read) {
    AppKey key =
        new AppKey(
            read.secret(),
            read.algorithm(),
            read.digits(),
            Math.toIntExact(read.period().toSeconds()));
    String label = read.label();
    int length = label.codePointCount(0, label.length());
    int end = label.offsetByCodePoints(0, Math.min(LONGEST_LABEL, length));
    return new Came(vault.lockPending(key, owner), label.substring(0, end));
  }
}
