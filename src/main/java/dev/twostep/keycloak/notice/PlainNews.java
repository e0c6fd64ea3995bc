package dev.twostep.keycloak.notice;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.delivery.Letter;
import dev.twostep.application.delivery.Notice;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.notice.Recipient;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.policy.TwostepRealms;
import dev.twostep.keycloak.store.JpaNews;
import dev.twostep.keycloak.store.News;
import dev.twostep.keycloak.wiring.Twostep;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Tells a user of something that is no factor, so that nobody has to be asked whether it was they.
 */
final class PlainNews {

  private static final Logger LOG = Logger.getLogger(PlainNews.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int MOST_SMS_A_DAY = 10;

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Account account;

  /** The session's realm is that of the account. */
  PlainNews(KeycloakSession session, Account account) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.account = account;
  }

  void tell(News.Subject subject, String link, Function<UserModel, Locale> language) {
    user().ifPresent(user -> tell(user, subject, link, language.apply(user)));
  }

  private Optional<UserModel> user() {
    return Optional.ofNullable(session.users().getUserById(realm, account.user()))
        .filter(user -> TwostepRealms.isSetUp(realm));
  }

  private void tell(UserModel user, News.Subject subject, String link, Locale locale) {
    try {
      Instant now = Twostep.of(session).clock().instant();
      List<Recipient> told = recipients(user, now);
      if (!told.isEmpty()) {
        News news = new News(newId(), subject, "", now, Optional.empty());
        new JpaNews(session).add(account, news);
        told.forEach(one -> post(news, address(one, locale), link));
      }
    } catch (RuntimeException e) {
      // What happened stands: it is not undone because its news cannot be written.
      LOG.errorf(
          e,
          "realm %s: user %s could not be told of %s",
          realm.getName(),
          account.user(),
          subject.what());
    }
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
