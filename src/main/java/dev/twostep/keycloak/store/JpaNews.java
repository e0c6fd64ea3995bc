package dev.twostep.keycloak.store;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.delivery.LetterState;
import dev.twostep.application.delivery.Notice;
import dev.twostep.domain.factor.FactorKind;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** News and the notices of it, in the request's own transaction: they hold if the change holds. */
public final class JpaNews {

  private final EntityManager em;

  public JpaNews(KeycloakSession session) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  public void add(Account account, News news) {
    NewsEntity row = new NewsEntity();
    row.id = news.id();
    row.realmId = account.realm();
    row.userId = account.user();
    row.what = news.subject().what();
    row.factor = news.subject().factor();
    row.detail = news.subject().detail();
    row.credentialId = news.credential();
    row.happenedAt = news.at().toEpochMilli();
    em.persist(row);
  }

  /** Leaves a notice for the sending threads. */
  public void post(Account account, String newsId, Notice notice) {
    NoticeEntity row = new NoticeEntity();
    row.id = notice.id();
    row.newsId = newsId;
    row.realmId = account.realm();
    row.userId = account.user();
    row.channel = notice.address().channel().name();
    row.sentTo = notice.address().to();
    row.locale = notice.address().locale().toLanguageTag();
    row.link = notice.link();
    row.state = LetterState.PENDING.name();
    row.touchedAt = notice.story().at().toEpochMilli();
    em.persist(row);
  }

  /** How many notices were left for a user's phone since then. */
  public long smsSince(Account account, Instant since) {
    return em.createQuery(
            "select count(n) from NoticeEntity n where n.userId = :user and n.channel = :sms"
                + " and n.touchedAt > :since",
            Long.class)
        .setParameter("user", account.user())
        .setParameter("sms", FactorKind.SMS.name())
        .setParameter("since", since.toEpochMilli())
        .getSingleResult();
  }

  /** The account's news of that id; another account's are not found. */
  public Optional<News> find(Account account, String id) {
    return row(account, id).map(JpaNews::read);
  }

  /** Keeps the user's answer; a later one replaces it. */
  public void answer(Account account, String id, String answer, Instant now) {
    row(account, id)
        .ifPresent(
            row -> {
              row.answer = answer;
              row.answeredAt = now.toEpochMilli();
            });
  }

  private Optional<NewsEntity> row(Account account, String id) {
    return Optional.ofNullable(em.find(NewsEntity.class, id))
        .filter(row -> row.realmId.equals(account.realm()) && row.userId.equals(account.user()));
  }

  private static News read(NewsEntity row) {
    return new News(
        row.id,
        new News.Subject(row.what, row.factor, Objects.requireNonNullElse(row.detail, "")),
        Objects.requireNonNullElse(row.credentialId, ""),
        Instant.ofEpochMilli(row.happenedAt),
        Optional.ofNullable(row.answer));
  }
}
