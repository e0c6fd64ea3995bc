package dev.twostep.keycloak.setup;

import dev.twostep.keycloak.delivery.RealmTexts;
import dev.twostep.keycloak.store.LogDays;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.RealmModel;

/** Texts and settings of messages that were written past a check, and are not used. */
record DeliveryCheck(RealmModel realm) implements RealmCheck {

  @Override
  public List<Finding> check() {
    List<Finding> findings = new ArrayList<>();
    for (RealmTexts.Unusable text : new RealmTexts(realm).unusable()) {
      findings.add(
          Finding.warning(
              "The text "
                  + text.use().key()
                  + " ("
                  + text.locale()
                  + ") "
                  + text.flaw().problem()
                  + ": the theme's is sent instead.",
              "Under Realm settings, Localization, Realm overrides: " + text.flaw().hint() + "."));
    }
    if (LogDays.isBad(realm)) {
      findings.add(
          Finding.warning(
              "The realm attribute " + LogDays.ATTRIBUTE + " is no number of days.",
              "Write a number from 1 to " + LogDays.MOST + ", or remove it: 30 days until then."));
    }
    return findings;
  }
}
