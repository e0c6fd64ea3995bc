package dev.twostep.keycloak.notice;

import dev.twostep.application.challenge.Account;
import dev.twostep.domain.apppassword.AppPasswordName;
import dev.twostep.keycloak.store.AppPasswordRow.Label;
import dev.twostep.keycloak.store.News;
import java.util.Locale;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Tells a user what became of an app password, by name; the link leads to a page behind a login.
 */
public final class AppPasswordNews {

  /** What happened; a word of each is part of stored rows and message keys. */
  public enum What {
    CREATED,
    REVOKED,
    STILL_USED,
    EXPIRES,
    UNUSED
  }

  /** The word that stands where that of a factor does in news of factors. */
  public static final String KIND = "app-password";

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Account account;

  /** The session's realm is that of the account. */
  public AppPasswordNews(KeycloakSession session, Account account) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.account = account;
  }

  /** For what happens without the owner: by an administrator, an old phone or the clock. */
  public void tell(What what, Label label) {
    tell(what, label, user -> ReaderLanguage.ofOthersRequest(realm, user));
  }

  /** For what the owner does, whose browser says which language they read. */
  public void tellDoer(What what, Label label) {
    tell(what, label, user -> ReaderLanguage.ofOwnRequest(session, user));
  }

  private void tell(What what, Label label, Function<UserModel, Locale> language) {
    News.Subject subject =
        new News.Subject("APP_PASSWORD_" + what.name(), KIND, AppPasswordName.shown(label.name()));
    new PlainNews(session, account).tell(subject, label.link(), language);
  }
}
