package dev.twostep.keycloak.office;

import dev.twostep.keycloak.credential.OfficeCredential;
import dev.twostep.keycloak.store.JpaOfficeAccounts;
import dev.twostep.keycloak.wiring.Twostep;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Follows Keycloak's own pages and REST, which remove an account's credential without its row. */
public final class OfficeTidy {

  private final KeycloakSession session;
  private final RealmModel realm;

  public OfficeTidy(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /** Whether the account's credential was gone, and now its row is, too. */
  public boolean tidy(UserModel user) {
    JpaOfficeAccounts accounts = new JpaOfficeAccounts(session, realm);
    return accounts.of(user.getId()).isPresent()
        && user.credentialManager()
            .getStoredCredentialsByTypeStream(OfficeCredential.TYPE)
            .findAny()
            .isEmpty()
        && accounts.unlink(user.getId());
  }

  /** The same after somebody else removed it: the account must not be left with a password only. */
  void tidyAndPay(UserModel user) {
    if (tidy(user)) {
      new PassOwed(session, realm).pay(user, Twostep.of(session).clock().instant());
    }
  }
}
