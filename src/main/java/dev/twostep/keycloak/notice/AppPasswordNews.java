package dev.twostep.keycloak.notice;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.delivery.Letter;
import dev.twostep.application.delivery.Notice;
import dev.twostep.domain.apppassword.AppPasswordName;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.notice.Recipient;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.policy.TwostepRealms;
import dev.twostep.keycloak.store.AppPasswordRow.Label;
import dev.twostep.keycloak.store.JpaNews;
import dev.twostep.keycloak.store.News;
import dev.twostep.keycloak.wiring.Twostep;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;
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

  private static final Logger LOG = Logger.getLogger(AppPasswordNews.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int MOST_SMS_A_DAY = 10;

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
    user().ifPresent(user -> tell(user, what, label, ReaderLanguage.ofOthersRequest(realm, user)));
  }

  /** For what the owner does, whose browser says which language they read. */
  public void tellDoer(What what, Label label) {
    user().ifPresent(user -> tell(user, what, label, ReaderLanguage.ofOwnRequest(session, user)));
  }

  private Optional<UserModel> user() {
    return Optional.ofNullable(session.users().getUserById(realm, account.user()))
        .filter(user -> TwostepRealms.isSetUp(realm));
  }

  private void tell(UserModel user, What what, Label label, Locale locale) {
    try {
      Instant now = Twostep.of(session).clock().instant();
      List<Recipient> told = recipients(user, now);
      if (!told.isEmpty()) {
        News news = news(what, label, now);
        new JpaNews(session).add(account, news);
        told.forEach(one -> post(news, address(one, locale), label.link()));
      }
    } catch (RuntimeException e) {
      // What happened stands: it is not undone because its news cannot be written.
      LOG.errorf(
          e,
          "realm %s: user %s could not be told of an app password",
          realm.getName(),
          account.user());
    }
  }

  private static News news(What what, Label label, Instant now) {
    News.Subject subject =
        new News.Subject("APP_PASSWORD_" + what.name(), KIND, AppPasswordName.shown(label.name()));
    return new News(newId(), subject, "", now, Optional.empty());
  }

  /** By e-mail; by SMS only to those who have no address, and not too many of them. */
  private List<Recipient> recipients(UserModel user, Instant now) {
    List<Recipient> all =
        new AccountFactors(realm, user).channels().told(Optional.empty(), List.of());
    List<Recipient> mail = all.stream().filter(one -> one.channel() != FactorKind.SMS).toList();
    boolean texts =
        mail.isEmpty()
            && new JpaNews(session).smsSince(account, now.minus(Duration.ofDays(1)))
                < MOST_SMS_A_DAY;
    return texts ? all : mail;
  }

  private static Letter.Address address(Recipient to, Locale locale) {
    return new Letter.Address(to.channel(), to.to(), locale, "");
  }

  private void post(News news, Letter.Address to, String link) {
    News.Subject subject = news.subject();
    Notice notice =
        new Notice(
            newId(),
            new Notice.Story(
                realm.getId(), subject.what(), subject.factor(), subject.detail(), news.at()),
            to,
            link);
    new JpaNews(session).post(account, news.id(), notice);
    Twostep.of(session).tellAfterCommit(session, notice.id());
  }

  private static String newId() {
    return ChallengeId.random(RANDOM).hex();
  }
}
