package dev.twostep.keycloak.apppassword;

import dev.twostep.application.challenge.Account;
import dev.twostep.domain.apppassword.AppPasswordTerm;
import dev.twostep.domain.apppassword.KeptAppPassword;
import dev.twostep.domain.apppassword.SealedAppPassword;
import dev.twostep.keycloak.credential.Suspensions;
import dev.twostep.keycloak.store.AppPasswordRow;
import dev.twostep.keycloak.store.JpaAppPasswords;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Where a user's app passwords are kept: as credentials, with a row each of what changes. */
final class AppPasswordShelf {

  /** One that its owner has, and what is known of it beside. */
  record Held(StoredAppPassword stored, Optional<AppPasswordRow> row) {

    Instant usedAt() {
      return row.map(AppPasswordRow::usedAt).orElse(stored.term().createdAt());
    }
  }

  private final RealmModel realm;
  private final UserModel user;
  private final JpaAppPasswords rows;

  AppPasswordShelf(KeycloakSession session, RealmModel realm, UserModel user) {
    this.realm = realm;
    this.user = user;
    this.rows = new JpaAppPasswords(session);
  }

  /** Those that the user has, good or not, in the order of their making. */
  List<Held> held() {
    Map<String, AppPasswordRow> known = known();
    return stored().map(one -> new Held(one, Optional.ofNullable(known.get(one.id())))).toList();
  }

  /** All that can be recognised: those that the user has, and those that were taken back. */
  List<KeptAppPassword> kept() {
    Map<String, AppPasswordRow> known = known();
    List<Held> held =
        stored().map(one -> new Held(one, Optional.ofNullable(known.remove(one.id())))).toList();
    return Stream.concat(
            held.stream().map(this::kept), known.values().stream().map(AppPasswordShelf::gone))
        .toList();
  }

  Optional<KeptAppPassword> find(String id) {
    return held().stream().filter(one -> one.stored().id().equals(id)).findFirst().map(this::kept);
  }

  AppPasswordTerm term(Held one) {
    StoredAppPassword.Term term = one.stored().term();
    Optional<Duration> idle = AppPasswordSettings.idle(realm);
    return new AppPasswordTerm(term.createdAt(), term.expiresAt(), one.usedAt(), idle);
  }

  /** Whether it counts for nothing, though it is still there. */
  boolean isDead(StoredAppPassword one) {
    boolean otherPassword =
        !AppPasswordSettings.survivePasswordChange(realm)
            && !one.scope().stamp().equals(PasswordStamp.of(user));
    return otherPassword || new Suspensions(user).holds(one.id());
  }

  private KeptAppPassword kept(Held one) {
    StoredAppPassword stored = one.stored();
    return new KeptAppPassword(
        stored.sealed(), term(one), Set.copyOf(stored.scope().clients()), isDead(stored));
  }

  private static KeptAppPassword gone(AppPasswordRow row) {
    AppPasswordTerm term =
        new AppPasswordTerm(
            row.life().createdAt(), Optional.empty(), row.usedAt(), Optional.empty());
    return new KeptAppPassword(
        new SealedAppPassword(row.id(), row.sealed().seal()), term, Set.of(), true);
  }

  private Stream<StoredAppPassword> stored() {
    return user.credentialManager()
        .getStoredCredentialsByTypeStream(StoredAppPassword.TYPE)
        .map(StoredAppPassword::of);
  }

  private Map<String, AppPasswordRow> known() {
    Map<String, AppPasswordRow> known = new HashMap<>();
    rows.of(new Account(realm.getId(), user.getId())).forEach(row -> known.put(row.id(), row));
    return known;
  }
}
