package dev.twostep.keycloak.apppassword;

import dev.twostep.domain.apppassword.AppPasswordTerm;
import dev.twostep.keycloak.notice.AppPasswordNews;
import dev.twostep.keycloak.store.AppPasswordRow;
import dev.twostep.keycloak.store.JpaAppPasswords;
import dev.twostep.keycloak.store.JpaAppPasswords.Ahead;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Duration;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Tells owners once that an app password ends within a week, by its term or for want of use. */
public final class AppPasswordReminders {

  private final KeycloakSession session;
  private final JpaAppPasswords rows;
  private final Instant now;

  public AppPasswordReminders(KeycloakSession session) {
    this.session = session;
    this.rows = new JpaAppPasswords(session);
    this.now = Twostep.of(session).clock().instant();
  }

  public void run() {
    rows.realms().stream()
        .map(id -> session.realms().getRealm(id))
        .filter(realm -> realm != null)
        .forEach(this::remind);
    session.getContext().setRealm(null);
  }

  private void remind(RealmModel realm) {
    session.getContext().setRealm(realm);
    Instant soon = now.plus(AppPasswordTerm.NOTICE);
    rows.due(Ahead.EXPIRY, realm.getId(), now, soon).forEach(row -> tell(realm, row, Ahead.EXPIRY));
    AppPasswordSettings.idle(realm).ifPresent(idle -> unused(realm, idle));
  }

  private void unused(RealmModel realm, Duration idle) {
    Instant dead = now.minus(idle);
    rows.due(Ahead.DISUSE, realm.getId(), dead, dead.plus(AppPasswordTerm.NOTICE))
        .forEach(row -> tell(realm, row, Ahead.DISUSE));
  }

  /** A row whose credential is gone reminds of nothing. */
  private void tell(RealmModel realm, AppPasswordRow row, Ahead what) {
    UserModel user = session.users().getUserById(realm, row.account().user());
    boolean there =
        user != null && user.credentialManager().getStoredCredentialById(row.id()) != null;
    if (rows.tellAhead(what, row.id(), now) && there) {
      new AppPasswordNews(session, row.account())
          .tell(
              what == Ahead.EXPIRY ? AppPasswordNews.What.EXPIRES : AppPasswordNews.What.UNUSED,
              row.label());
    }
  }
}
