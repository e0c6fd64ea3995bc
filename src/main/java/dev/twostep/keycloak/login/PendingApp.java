package dev.twostep.keycloak.login;

import dev.twostep.keycloak.enrolment.AppKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The app that one login, in one tab, is about to bind. Its secret is noted here and nowhere else,
 * and no form can replace it; all of it counts for one user only.
 */
final class PendingApp {

  static final String STAGE = "twostep.app.stage";
  static final String KEY = "twostep.app.key";
  static final String CONTACT = "twostep.app.contact";
  static final String BOUND = "twostep.app.bound";

  /** How far the binding is. */
  enum Stage {
    /** It is explained. */
    START,
    /** Where the confirmation could go is asked for and proven first. */
    CONTACT,
    /** The secret is shown. */
    SCAN,
    /** Both codes are asked for. */
    CODES,
    /** It is done, and the page says so. */
    BOUND
  }

  private final AuthenticationSessionModel login;

  PendingApp(AuthenticationSessionModel login) {
    this.login = login;
  }

  Stage stage() {
    return get(STAGE)
        .flatMap(name -> Arrays.stream(Stage.values()).filter(s -> s.name().equals(name)).findAny())
        .orElse(Stage.START);
  }

  void stage(Stage stage) {
    set(STAGE, stage.name());
  }

  void start() {
    stage(Stage.START);
  }

  boolean isOngoing() {
    return get(STAGE).isPresent();
  }

  /** Another way was chosen; the secret stays this tab's for a second thought. */
  void leave() {
    login.removeAuthNote(STAGE);
  }

  /** Nothing is left but the knowledge that an app was bound here. */
  void forget() {
    leave();
    login.removeAuthNote(KEY);
    login.removeAuthNote(CONTACT);
  }

  /** The one secret of this login. */
  AppKey key(Supplier<AppKey> fresh) {
    return get(KEY)
        .flatMap(AppKey::of)
        .orElseGet(
            () -> {
              AppKey made = fresh.get();
              set(KEY, made.text());
              return made;
            });
  }

  /** A phone or an address was proven on the way: this login has passed a second step. */
  void provenContact() {
    set(CONTACT, "proven");
  }

  /** The credential that this login has bound. */
  Optional<String> bound() {
    return get(BOUND);
  }

  void bound(String credential) {
    set(BOUND, credential);
    login.removeAuthNote(KEY);
    stage(Stage.BOUND);
  }

  /**
   * Whether the binding goes on although the user has a factor by now: it is one that this very
   * login has proven.
   */
  boolean mayGoOn() {
    return isOngoing() && (get(CONTACT).isPresent() || stage() == Stage.BOUND);
  }

  private void set(String note, String value) {
    user().ifPresent(id -> login.setAuthNote(note, id + " " + value));
  }

  private Optional<String> get(String note) {
    Optional<String> prefix = user().map(id -> id + " ");
    return Optional.ofNullable(login.getAuthNote(note))
        .filter(value -> prefix.filter(value::startsWith).isPresent())
        .map(value -> value.substring(prefix.orElse("").length()));
  }

  private Optional<String> user() {
    return Optional.ofNullable(login.getAuthenticatedUser()).map(UserModel::getId);
  }
}
