package dev.twostep.keycloak.apppassword;

import dev.twostep.application.challenge.Account;
import dev.twostep.keycloak.store.AppPasswordRow;
import java.util.Optional;

/** Rows of app passwords that have none yet. */
final class AppPasswordRows {

  private AppPasswordRows() {}

  static AppPasswordRow fresh(
      StoredAppPassword stored, Account account, AppPasswordRow.Label label) {
    return new AppPasswordRow(
        new AppPasswordRow.Sealed(stored.id(), stored.sealed().seal()),
        account,
        label,
        new AppPasswordRow.Life(
            stored.term().createdAt(),
            stored.term().expiresAt(),
            Optional.empty(),
            AppPasswordRow.Ending.NONE));
  }
}
