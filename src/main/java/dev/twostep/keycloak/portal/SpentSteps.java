package dev.twostep.keycloak.portal;

import dev.twostep.domain.code.ConstantTime;
import dev.twostep.keycloak.enrolment.AppKey;
import dev.twostep.keycloak.store.JpaPortals;
import dev.twostep.keycloak.store.JpaPortals.Held;
import java.time.Instant;
import org.keycloak.models.utils.Base32;

/** Up to which step the codes of a key are spent at the moment at which it is proven. */
record SpentSteps(PortalVault vault, PortalVault.Owner owner, JpaPortals portals) {

  /** Also what robots had of it, if the portal has that very key already. */
  long of(AppKey key, long proven, Instant now) {
    long present = Math.floorDiv(now.getEpochSecond(), (long) key.period());
    long before =
        portals
            .held(owner.portal())
            .filter(held -> isThat(held, key))
            .map(Held::lastStep)
            .orElse(Long.MIN_VALUE);
    return Math.max(before, Math.max(proven, present));
  }

  private boolean isThat(Held held, AppKey key) {
    return vault
        .unlock(held.key(), owner)
        .filter(known -> known.period() == key.period())
        .filter(known -> ConstantTime.same(plain(known), plain(key)))
        .isPresent();
  }

  /** One text for all that differ in their padding only. */
  private static String plain(AppKey key) {
    return Base32.encode(Base32.decode(key.secret()));
  }
}
