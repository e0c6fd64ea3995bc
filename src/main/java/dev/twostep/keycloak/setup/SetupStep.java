package dev.twostep.keycloak.setup;

import java.util.List;

/** One part of the realm that Twostep needs. Applying twice changes nothing the second time. */
interface SetupStep extends RealmCheck {

  /** Makes or repairs this part; says only what it really changed. */
  List<Change> apply();

  /**
   * Puts this part back as it was before the first {@link #apply()}.
   *
   * @throws SetupRefused if something else would break; nothing is changed then
   */
  List<Change> undo();

  /** Nothing of this part is there, not even broken. */
  boolean isAbsent();
}
