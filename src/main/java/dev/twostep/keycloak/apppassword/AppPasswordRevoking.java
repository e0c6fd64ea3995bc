package dev.twostep.keycloak.apppassword;

import dev.twostep.application.challenge.Account;
import dev.twostep.keycloak.notice.AppPasswordNews;
import dev.twostep.keycloak.store.AppPasswordRow;
import dev.twostep.keycloak.store.AppPasswordRow.Label;
import dev.twostep.keycloak.store.JpaAppPasswords;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Takes app passwords back: the credential goes, and with it on all nodes at once whatever the
 * password was good for; a row remembers it, sessions end, and the owner is told.
 */
public final class AppPasswordRevoking {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final UserModel user;
  private final AppPasswordShelf shelf;
  private final JpaAppPasswords rows;

  public AppPasswordRevoking(KeycloakSession session, RealmModel realm, UserModel user) {
    this.session = session;
    this.realm = realm;
    this.user = user;
    this.shelf = new AppPasswordShelf(session, realm, user);
    this.rows = new JpaAppPasswords(session);
  }

  /** Answers what went; empty if the user has no such one. */
  public Optional<StoredAppPassword> revoke(String id) {
    Optional<AppPasswordShelf.Held> found =
        shelf.held().stream().filter(one -> one.stored().id().equals(id)).findFirst();
    found.ifPresent(this::revoke);
    return found.map(AppPasswordShelf.Held::stored);
  }

  /** Takes all back that the user has. */
  public List<StoredAppPassword> revokeAll() {
    List<AppPasswordShelf.Held> all = shelf.held();
    all.forEach(this::revoke);
    return all.stream().map(AppPasswordShelf.Held::stored).toList();
  }

  /** Follows what happened elsewhere: credentials that somebody removed, another password. */
  void tidy(boolean otherPassword) {
    List<AppPasswordShelf.Held> held = shelf.held();
    Set<String> there = held.stream().map(one -> one.stored().id()).collect(Collectors.toSet());
    rows.of(account()).stream()
        .filter(row -> row.life().ending().revokedAt().isEmpty() && !there.contains(row.id()))
        .forEach(row -> end(row.id(), row.label()));
    held.stream()
        .filter(one -> shelf.isDead(one.stored()) || isUnnamed(one.stored(), otherPassword))
        .forEach(this::revoke);
  }

  /** Nobody can see that a directory's password changed, but Keycloak says so when it did it. */
  private boolean isUnnamed(StoredAppPassword one, boolean otherPassword) {
    return otherPassword
        && one.scope().stamp().equals(PasswordStamp.NONE)
        && !AppPasswordSettings.survivePasswordChange(realm);
  }

  private void revoke(AppPasswordShelf.Held one) {
    StoredAppPassword stored = one.stored();
    Label label = new Label(stored.name(), AppPasswordLink.of(session, realm));
    if (rows.find(stored.id()).isEmpty()) {
      // It came by an import, which brings no rows.
      rows.add(AppPasswordRows.fresh(stored, account(), label));
    }
    user.credentialManager().removeStoredCredentialById(stored.id());
    end(stored.id(), one.row().map(AppPasswordRow::label).orElse(label));
  }

  private void end(String id, Label label) {
    Instant now = Twostep.of(session).clock().instant();
    if (rows.revoke(id, now)) {
      AppPasswords.endSessions(session, realm, user, id);
      new AppPasswordNews(session, account()).tell(AppPasswordNews.What.REVOKED, label);
    }
  }

  private Account account() {
    return new Account(realm.getId(), user.getId());
  }
}
