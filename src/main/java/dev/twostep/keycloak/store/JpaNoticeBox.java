package dev.twostep.keycloak.store;

import dev.twostep.application.delivery.Letter;
import dev.twostep.application.delivery.LetterState;
import dev.twostep.application.delivery.Notice;
import dev.twostep.application.delivery.NoticeBox;
import dev.twostep.domain.factor.FactorKind;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The waiting notices in Keycloak's database. */
public final class JpaNoticeBox implements NoticeBox {

  private static final int LONGEST_REASON = 255;

  /** As many as a minute's run can hand over without filling the queue of the logins' codes. */
  private static final int MOST_AT_ONCE = 200;

  private static final String WAITS =
      " n.tries < :tries and ((n.state = 'PENDING' and n.touchedAt <= :pause)"
          + " or (n.state = 'SENDING' and n.touchedAt <= :lost))";

  private final KeycloakSessionFactory sessions;

  public JpaNoticeBox(KeycloakSessionFactory sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Notice> claim(String id, Instant now) {
    return inTransaction(
        em -> {
          Query claim =
              em.createQuery(
                  "update NoticeEntity n set n.state = 'SENDING', n.tries = n.tries + 1,"
                      + " n.touchedAt = :now where n.id = :id and"
                      + WAITS);
          claim.setParameter("id", id).setParameter("now", now.toEpochMilli());
          int claimed = since(claim, now, now).executeUpdate();
          return claimed == 1 ? read(em, id) : Optional.<Notice>empty();
        });
  }

  private static Query since(Query query, Instant now, Instant pending) {
    return query
        .setParameter("tries", TRIES)
        .setParameter("pause", pending.toEpochMilli())
        .setParameter("lost", now.minus(LOST).toEpochMilli());
  }

  private static Optional<Notice> read(EntityManager em, String id) {
    return Optional.ofNullable(em.find(NoticeEntity.class, id))
        .flatMap(
            row ->
                Optional.ofNullable(em.find(NewsEntity.class, row.newsId))
                    .map(news -> notice(row, news)));
  }

  private static Notice notice(NoticeEntity row, NewsEntity news) {
    return new Notice(
        row.id,
        new Notice.Story(
            row.realmId,
            news.what,
            news.factor,
            Objects.requireNonNullElse(news.detail, ""),
            Instant.ofEpochMilli(news.happenedAt)),
        new Letter.Address(
            FactorKind.valueOf(row.channel),
            Objects.requireNonNullElse(row.sentTo, ""),
            Locale.forLanguageTag(row.locale),
            ""),
        row.link);
  }

  @Override
  public void close(String id, LetterState state, String reason) {
    inTransaction(
        em ->
            em.createQuery(
                    "update NoticeEntity n set n.state = :state, n.reason = :reason,"
                        + " n.sentTo = '' where n.id = :id")
                .setParameter("state", state.name())
                .setParameter("reason", shortened(reason))
                .setParameter("id", id)
                .executeUpdate());
  }

  @Override
  public void putBack(String id, String reason) {
    inTransaction(
        em -> {
          NoticeEntity row = em.find(NoticeEntity.class, id);
          boolean last = row != null && row.tries >= TRIES;
          if (row != null) {
            row.state = (last ? LetterState.FAILED : LetterState.PENDING).name();
            row.reason = shortened(reason);
            row.sentTo = last ? "" : row.sentTo;
          }
          return last;
        });
  }

  @Override
  public List<String> overdue(Instant now) {
    return inTransaction(
        em -> {
          Query due = em.createQuery("select n.id from NoticeEntity n where" + WAITS, String.class);
          List<?> ids =
              since(due, now, now.minus(PAUSE)).setMaxResults(MOST_AT_ONCE).getResultList();
          return ids.stream().map(String.class::cast).toList();
        });
  }

  private static String shortened(String reason) {
    return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
  }

  private <T> T inTransaction(Function<EntityManager, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        sessions,
        session -> work.apply(session.getProvider(JpaConnectionProvider.class).getEntityManager()));
  }
}
