package dev.twostep.keycloak.apppassword;

import dev.twostep.application.challenge.Account;
import dev.twostep.domain.apppassword.MaskedNetwork;
import dev.twostep.keycloak.notice.AppPasswordNews;
import dev.twostep.keycloak.store.AppPasswordRow;
import dev.twostep.keycloak.store.JpaAppPasswords;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Writes down that app passwords were used. In transactions of their own: that of a refused grant
 * is rolled back, and no grant fails because its use cannot be written.
 */
final class AppPasswordUses {

  private static final Logger LOG = Logger.getLogger(AppPasswordUses.class);

  private final KeycloakSession session;
  private final RealmModel realm;
  private final UserModel user;

  AppPasswordUses(KeycloakSession session, RealmModel realm, UserModel user) {
    this.session = session;
    this.realm = realm;
    this.user = user;
  }

  /** Of a good one; at most every five minutes. */
  void of(String id) {
    Instant now = Twostep.of(session).clock().instant();
    boolean lately =
        new JpaAppPasswords(session)
            .find(id)
            .flatMap(row -> row.life().lastUse())
            .filter(use -> now.isBefore(use.at().plus(JpaAppPasswords.GRAIN)))
            .isPresent();
    if (!lately) {
      String from = MaskedNetwork.of(session.getContext().getConnection().getRemoteAddr());
      Optional<CredentialModel> stored =
          Optional.ofNullable(user.credentialManager().getStoredCredentialById(id));
      apart(
          (own, rows) -> {
            if (rows.find(id).isEmpty()) {
              // It came by an import, which brings no rows.
              stored.map(this::row).ifPresent(rows::add);
            }
            rows.used(id, new AppPasswordRow.Use(now, from));
          });
    }
  }

  /** Of a revoked one, which somebody's old phone may try every minute: its owner is told once. */
  void ofRevoked(String id) {
    Instant now = Twostep.of(session).clock().instant();
    boolean told = new JpaAppPasswords(session).find(id).filter(AppPasswordRow::told).isPresent();
    if (!told) {
      apart(
          (own, rows) -> {
            if (rows.tellOfUse(id, now)) {
              rows.find(id).ifPresent(row -> tell(own, row));
            }
          });
    }
  }

  private AppPasswordRow row(CredentialModel credential) {
    StoredAppPassword stored = StoredAppPassword.of(credential);
    return AppPasswordRows.fresh(
        stored,
        new Account(realm.getId(), user.getId()),
        new AppPasswordRow.Label(stored.name(), AppPasswordLink.of(session, realm)));
  }

  private void tell(KeycloakSession own, AppPasswordRow row) {
    new AppPasswordNews(own, row.account()).tell(AppPasswordNews.What.STILL_USED, row.label());
  }

  private void apart(BiConsumer<KeycloakSession, JpaAppPasswords> work) {
    try {
      KeycloakModelUtils.runJobInTransaction(
          session.getKeycloakSessionFactory(),
          own -> {
            own.getContext().setRealm(own.realms().getRealm(realm.getId()));
            work.accept(own, new JpaAppPasswords(own));
          });
    } catch (RuntimeException e) {
      LOG.errorf(
          e,
          "realm %s: a use of an app password of user %s could not be written down",
          realm.getName(),
          user.getId());
    }
  }
}
