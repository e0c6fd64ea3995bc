package dev.twostep.keycloak.notice;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.delivery.Letter;
import dev.twostep.application.delivery.Notice;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.notice.Channels;
import dev.twostep.domain.notice.Recipient;
import dev.twostep.keycloak.credential.AccountFactors;
import dev.twostep.keycloak.credential.DeviceShelf;
import dev.twostep.keycloak.store.JpaNews;
import dev.twostep.keycloak.store.News;
import dev.twostep.keycloak.wiring.Twostep;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.urls.UrlType;

/** Writes the news of one user and a notice for everyone who is to be told. */
final class Telling {

  private static final Logger LOG = Logger.getLogger(Telling.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Whoever toggles a factor all day must not run up a phone bill; e-mail goes on. */
  private static final int MOST_SMS_A_DAY = 10;

  private final KeycloakSession session;
  private final RealmModel realm;
  private final UserModel user;
  private final AccountFactors factors;
  private final Account account;
  private final Locale locale;
  private final JpaNews store;

  Telling(KeycloakSession session, UserModel user, Locale locale) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.user = user;
    this.factors = new AccountFactors(realm, user);
    this.account = new Account(realm.getId(), user.getId());
    this.locale = locale;
    this.store = new JpaNews(session);
  }

  void tell(FactorNews change) {
    Instant now = Twostep.of(session).clock().instant();
    List<Recipient> told = affordable(recipients(change), now);
    if (told.isEmpty()) {
      return;
    }
    News.Subject subject =
        new News.Subject(change.what().name(), change.factor().word(), detail(change));
    News news = new News(newId(), subject, change.credential(), now, Optional.empty());
    store.add(account, news);
    told.forEach(recipient -> post(news, recipient));
  }

  private List<Recipient> recipients(FactorNews change) {
    Optional<FactorKind> brought =
        Optional.of(change.factor())
            // A number that somebody else has, too, may no longer be this user's.
            .filter(k -> change.what().brings() || change.what() == FactorNews.What.NUMBER_SHARED);
    Channels now = factors.channels();
    boolean moved = change.what() == FactorNews.What.ADDRESS_CHANGED;
    // A profile's next address is what the change brought, proven or not.
    Channels known = moved ? new Channels(now.phone(), now.pinned(), Optional.empty(), false) : now;
    List<Recipient> told = known.told(brought, formerly(change));
    return change.what() == FactorNews.What.DEVICE_STOLEN || !change.what().isOfDevice()
        ? told
        : byEmailIfPossible(told);
  }

  /** What happens every day is not worth a text message. */
  private static List<Recipient> byEmailIfPossible(List<Recipient> told) {
    List<Recipient> mail = told.stream().filter(one -> one.channel() == FactorKind.EMAIL).toList();
    return mail.isEmpty() ? told : mail;
  }

  private static List<Recipient> formerly(FactorNews change) {
    return change.formerly().stream().map(a -> new Recipient(a.channel(), a.to())).toList();
  }

  private List<Recipient> affordable(List<Recipient> told, Instant now) {
    boolean sms = told.stream().anyMatch(one -> one.channel() == FactorKind.SMS);
    if (!sms || store.smsSince(account, now.minus(Duration.ofDays(1))) < MOST_SMS_A_DAY) {
      return told;
    }
    LOG.warnf(
        "realm %s: user %s was told of changed factors by %d SMS within a day; no more are sent",
        realm.getName(), account.user(), MOST_SMS_A_DAY);
    return told.stream().filter(one -> one.channel() != FactorKind.SMS).toList();
  }

  private void post(News news, Recipient to) {
    News.Subject subject = news.subject();
    Notice notice =
        new Notice(
            newId(),
            new Notice.Story(
                realm.getId(), subject.what(), subject.factor(), subject.detail(), news.at()),
            new Letter.Address(to.channel(), to.to(), locale, ""),
            link(news.id()));
    store.post(account, news.id(), notice);
    Twostep.of(session).tellAfterCommit(session, notice.id());
  }

  /** The masked address that it is about: the new one, or the one that is gone. */
  private String detail(FactorNews change) {
    if (change.what().isOfDevice()) {
      return deviceName(change.credential());
    }
    Channels now = factors.channels();
    if (change.what() == FactorNews.What.ADDRESS_CHANGED) {
      return now.profile().map(Object::toString).orElse("");
    }
    if (!change.what().brings() && change.what() != FactorNews.What.NUMBER_SHARED) {
      return formerly(change).stream()
          .filter(one -> one.channel() == change.factor())
          .map(Recipient::masked)
          .findFirst()
          .orElse("");
    }
    return switch (change.factor()) {
      case SMS -> now.phone().map(Object::toString).orElse("");
      case EMAIL -> now.pinned().or(now::profile).map(Object::toString).orElse("");
      default -> "";
    };
  }

  private String deviceName(String credential) {
    return new DeviceShelf(user)
        .find(credential)
        .map(found -> Objects.requireNonNullElse(found.getUserLabel(), ""))
        .orElse("");
  }

  private String link(String news) {
    return session
        .getContext()
        .getUri(UrlType.FRONTEND)
        .getBaseUriBuilder()
        .path("realms")
        .path(realm.getName())
        .path("twostep/news")
        .path(news)
        .build()
        .toString();
  }

  private static String newId() {
    return ChallengeId.random(RANDOM).hex();
  }
}
