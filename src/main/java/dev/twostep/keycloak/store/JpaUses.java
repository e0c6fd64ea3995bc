package dev.twostep.keycloak.store;

import dev.twostep.application.delivery.Outcome;
import dev.twostep.application.delivery.Used;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.factor.FactorKind;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Marks in the message log which messages were of use. */
public final class JpaUses {

  private final KeycloakSessionFactory sessions;

  public JpaUses(KeycloakSessionFactory sessions) {
    this.sessions = sessions;
  }

  /** The latest accepted message with that code, marked now; empty if it is not written down. */
  public Optional<Used> mark(ChallengeId challenge, Instant at) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        sessions,
        session ->
            mark(
                session.getProvider(JpaConnectionProvider.class).getEntityManager(),
                challenge,
                at));
  }

  private static Optional<Used> mark(EntityManager em, ChallengeId challenge, Instant at) {
    Optional<MessageEntity> latest =
        em
            .createQuery(
                "select m from MessageEntity m where m.challengeId = :challenge"
                    + " and m.outcome = :accepted order by m.sentAt desc",
                MessageEntity.class)
            .setParameter("challenge", challenge.hex())
            .setParameter("accepted", Outcome.ACCEPTED.word())
            .setMaxResults(1)
            .getResultList()
            .stream()
            .findFirst();
    latest.ifPresent(row -> row.usedAt = at.toEpochMilli());
    return latest.map(JpaUses::used);
  }

  private static Used used(MessageEntity row) {
    return new Used(
        row.realmId,
        FactorKind.valueOf(row.channel),
        row.gateway,
        Objects.requireNonNullElse(row.prefix, ""));
  }
}
