package dev.twostep.keycloak.store;

import dev.twostep.domain.factor.FactorKind;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/**
 * What an event may tell of a letter that did not arrive.
 *
 * @param gateway the last one that was tried; empty if none was
 */
public record FailedLetter(String realm, String user, FactorKind channel, String gateway) {

  /** Read in the caller's own transaction; empty if the letter is unknown. */
  public static Optional<FailedLetter> find(EntityManager em, String letter) {
    return Optional.ofNullable(em.find(LetterEntity.class, letter))
        .map(
            row ->
                new FailedLetter(
                    row.realmId,
                    row.userId,
                    FactorKind.valueOf(row.channel),
                    lastGateway(em, letter)));
  }

  private static String lastGateway(EntityManager em, String letter) {
    return em
        .createQuery(
            "select m.gateway from MessageEntity m where m.letterId = :letter"
                + " order by m.sentAt desc",
            String.class)
        .setParameter("letter", letter)
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst()
        .orElse("");
  }
}
