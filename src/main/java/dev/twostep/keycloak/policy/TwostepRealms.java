package dev.twostep.keycloak.policy;

import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Which realms Twostep acts in; in all others Keycloak stays exactly as it is. */
public final class TwostepRealms {

  private static final String GUARD = "twostep-second-step-guard";

  private TwostepRealms() {}

  /** Whether setup ran here: read from the realm's cache. */
  public static boolean isSetUp(RealmModel realm) {
    RequiredActionProviderModel guard = realm.getRequiredActionProviderByAlias(GUARD);
    return guard != null && guard.isEnabled();
  }
}
