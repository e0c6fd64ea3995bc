package dev.twostep.keycloak.portal;

import dev.twostep.domain.code.LockerRing;
import dev.twostep.domain.code.LockerRing.Locked;
import dev.twostep.keycloak.enrolment.AppKey;
import java.util.Optional;

/**
 * Where keys of portals are kept: locked, and bound to the user and the portal that they are for,
 * so that a row that is copied to another user's portal opens nothing.
 */
public record PortalVault(LockerRing keys) {

  /** Whose key it is. */
  public record Owner(String realm, String user, String portal) {

    private String place() {
      return "portal\n" + realm + "\n" + user + "\n" + portal;
    }

    private String pending() {
      return "portal intake\n" + realm + "\n" + user + "\n" + portal;
    }
  }

  public Locked lock(AppKey key, Owner owner) {
    return keys.lock(key.text(), owner.place());
  }

  /** Empty if its key is not among ours any more, or the row was tampered with. */
  public Optional<AppKey> unlock(Locked locked, Owner owner) {
    return keys.unlock(locked, owner.place()).flatMap(AppKey::of);
  }

  /** The same for a key that is not proven yet: it opens in no other place. */
  public Locked lockPending(AppKey key, Owner owner) {
    return keys.lock(key.text(), owner.pending());
  }

  public Optional<AppKey> unlockPending(Locked locked, Owner owner) {
    return keys.unlock(locked, owner.pending()).flatMap(AppKey::of);
  }
}
