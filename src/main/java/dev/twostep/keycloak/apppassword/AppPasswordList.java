package dev.twostep.keycloak.apppassword;

import dev.twostep.domain.apppassword.AppPasswordTerm;
import dev.twostep.keycloak.store.AppPasswordRow;
import dev.twostep.keycloak.store.JpaAppPasswords;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What a user's app passwords look like to whoever may look after them; holds no secret. */
public final class AppPasswordList {

  /** One of them, with the names of the applications that take it. */
  public record Entry(StoredAppPassword stored, Known known, List<String> applications) {

    public String id() {
      return stored.id();
    }

    public String name() {
      return stored.name();
    }

    public Instant createdAt() {
      return stored.term().createdAt();
    }

    public Optional<Instant> expiresAt() {
      return stored.term().expiresAt();
    }

    public Optional<AppPasswordRow.Use> lastUse() {
      return known.lastUse();
    }

    public String state() {
      return known.state();
    }
  }

  /**
   * What changes about it.
   *
   * @param state whether it is still good: {@code live}, {@code expired}, {@code unused} or {@code
   *     dead}, because the password that it was made under is another one now
   */
  public record Known(Optional<AppPasswordRow.Use> lastUse, String state) {}

  private final KeycloakSession session;
  private final RealmModel realm;
  private final UserModel user;
  private final AppPasswordShelf shelf;

  public AppPasswordList(KeycloakSession session, RealmModel realm, UserModel user) {
    this.session = session;
    this.realm = realm;
    this.user = user;
    this.shelf = new AppPasswordShelf(session, realm, user);
  }

  public List<Entry> all() {
    return shelf.held().stream().map(this::entry).toList();
  }

  public void rename(String id, String name) {
    user.credentialManager().updateCredentialLabel(id, name);
    new JpaAppPasswords(session).rename(id, name);
  }

  private Entry entry(AppPasswordShelf.Held one) {
    Optional<AppPasswordRow.Use> use = one.row().flatMap(row -> row.life().lastUse());
    List<String> names = LegacyApplication.names(realm, one.stored().scope().clients());
    return new Entry(one.stored(), new Known(use, state(one)), names);
  }

  private String state(AppPasswordShelf.Held one) {
    Instant now = Twostep.of(session).clock().instant();
    AppPasswordTerm term = shelf.term(one);
    if (shelf.isDead(one.stored())) {
      return "dead";
    }
    if (term.isExpiredAt(now)) {
      return "expired";
    }
    return term.isUnusedAt(now) ? "unused" : "live";
  }
}
