package dev.twostep.keycloak.delivery;

import org.keycloak.models.RealmModel;

/** What messages call a realm. */
final class RealmNames {

  private RealmNames() {}

  static String of(RealmModel realm) {
    String display = realm.getDisplayName();
    return display == null || display.isBlank() ? realm.getName() : display;
  }
}
