package dev.twostep.keycloak.store;

import dev.twostep.application.delivery.Letter;
import dev.twostep.application.delivery.LetterState;
import dev.twostep.application.delivery.Letters;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The letters in Keycloak's database. */
public final class JpaLetters implements Letters {

  private static final int LONGEST_REASON = 255;

  private final KeycloakSessionFactory sessions;

  public JpaLetters(KeycloakSessionFactory sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Letter> claim(String id, Instant now) {
    return inTransaction(
        em -> {
          int claimed =
              em.createQuery(
                      "update LetterEntity l set l.state = 'SENDING'"
                          + " where l.id = :id and l.state = 'PENDING' and l.expiresAt > :now")
                  .setParameter("id", id)
                  .setParameter("now", now.toEpochMilli())
                  .executeUpdate();
          return claimed == 1
              ? Optional.ofNullable(em.find(LetterEntity.class, id)).map(Rows::letter)
              : Optional.<Letter>empty();
        });
  }

  @Override
  public void close(String id, LetterState state, String reason) {
    inTransaction(
        em ->
            em.createQuery(
                    "update LetterEntity l set l.state = :state, l.reason = :reason, l.sentTo = '',"
                        + " l.fallbackTo = null"
                        + " where l.id = :id")
                .setParameter("state", state.name())
                .setParameter(
                    "reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
                .setParameter("id", id)
                .executeUpdate());
  }

  private <T> T inTransaction(Function<EntityManager, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        sessions,
        session -> work.apply(session.getProvider(JpaConnectionProvider.class).getEntityManager()));
  }

  /** Writes a letter with the caller's own transaction: none is left behind if that fails. */
  public static void post(EntityManager em, Letter letter) {
    em.persist(Rows.of(letter, LetterState.PENDING));
  }

  /** The state of a letter, read in the caller's own transaction; empty if it is unknown. */
  public static Optional<LetterState> stateOf(EntityManager em, String id) {
    return Optional.ofNullable(em.find(LetterEntity.class, id))
        .map(row -> LetterState.ofName(row.state));
  }
}
