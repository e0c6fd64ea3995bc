package dev.twostep.keycloak.setup;

import dev.twostep.keycloak.apppassword.AppPasswordSettings;
import dev.twostep.keycloak.apppassword.LegacyApplication;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** Applications that shall take app passwords and must not, and settings that nobody can read. */
record AppPasswordsCheck(RealmModel realm) implements RealmCheck {

  @Override
  public List<Finding> check() {
    Stream<Finding> clients =
        LegacyApplication.named(realm).stream()
            .flatMap(
                client ->
                    LegacyApplication.flaws(realm, client).stream()
                        .map(flaw -> finding(client, flaw)));
    Stream<Finding> settings =
        Stream.of(AppPasswordSettings.MAX_DAYS, AppPasswordSettings.UNUSED_DAYS)
            .filter(name -> AppPasswordSettings.isUnreadable(realm, name))
            .map(AppPasswordsCheck::unreadable);
    return Stream.concat(clients, settings).toList();
  }

  private static Finding finding(ClientModel client, String flaw) {
    return Finding.warning(
        "The client \"" + client.getClientId() + "\" takes no app passwords: it " + flaw + ".",
        "Narrow its scope, or take the attribute "
            + LegacyApplication.ATTRIBUTE
            + " away from it.");
  }

  private static Finding unreadable(String attribute) {
    return Finding.warning(
        "The realm attribute " + attribute + " is no number of days.",
        "Write a whole number from 0 to 3650.");
  }
}
