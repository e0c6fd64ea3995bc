package dev.twostep.keycloak.store;

import dev.twostep.application.delivery.Outcome;
import dev.twostep.application.delivery.Used;
import dev.twostep.application.limit.Tallies.Charge;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Tally;
import dev.twostep.domain.limit.Tally.Kind;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Marks in the message log which messages were of use, and counts the codes that came back. */
public final class JpaUses {

  private static final String LATEST =
      "select m.id, m.realmId, m.channel, m.gateway, m.prefix from MessageEntity m"
          + " where m.challengeId = :challenge and m.outcome = :accepted order by m.sentAt desc";

  private static final String USE =
      "update {h-schema}TWOSTEP_MESSAGE set USED_AT = :at where ID = :id";

  private final Books books;
  private final Consumer<Used> told;

  /**
   * @param told hears of each message that was marked
   */
  public JpaUses(Books books, Consumer<Used> told) {
    this.books = books;
    this.told = told;
  }

  /**
   * Marks the latest accepted message with that code, soon.
   *
   * @param unknown runs if it is not written down
   */
  public void mark(ChallengeId challenge, Instant at, Runnable unknown) {
    books.enter(
        page -> {
          Optional<Object[]> latest = latest(page.em(), challenge);
          latest.ifPresent(row -> mark(page, row, at));
          if (latest.isEmpty()) {
            page.afterwards(unknown);
          }
        });
  }

  private static Optional<Object[]> latest(EntityManager em, ChallengeId challenge) {
    return em
        .createQuery(LATEST, Object[].class)
        .setParameter("challenge", challenge.hex())
        .setParameter("accepted", Outcome.ACCEPTED.word())
        .setMaxResults(1)
        .getResultList()
        .stream()
        .findFirst();
  }

  private void mark(BookPage page, Object[] row, Instant at) {
    page.em()
        .createNativeQuery(USE)
        .setParameter("at", at.toEpochMilli())
        .setParameter("id", row[0])
        .executeUpdate();
    Used used =
        new Used(
            (String) row[1],
            FactorKind.valueOf((String) row[2]),
            (String) row[3],
            Objects.requireNonNullElse((String) row[4], ""));
    if (!used.prefix().isEmpty()) {
      for (Tally tally :
          List.of(new Tally(Kind.USED, used.prefix()), new Tally(Kind.ANY_USED, ""))) {
        page.count(used.realm(), Charge.unlimited(tally, 1), at);
      }
    }
    page.afterwards(() -> told.accept(used));
  }
}
