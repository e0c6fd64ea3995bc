package dev.twostep.keycloak.store;

import dev.twostep.application.delivery.LetterState;
import dev.twostep.application.delivery.Outcome;
import dev.twostep.application.delivery.TryLog;
import dev.twostep.domain.factor.FactorKind;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The tries of the message log; a receipt is one guarded update of each of two rows. */
public final class JpaTryLog implements TryLog {

  private static final int MILLIONTHS = 6;
  private static final String NAMED = " m.id = :id and m.realmId = :realm and m.gateway = :gateway";

  private final KeycloakSessionFactory sessions;

  public JpaTryLog(KeycloakSessionFactory sessions) {
    this.sessions = sessions;
  }

  @Override
  public boolean isKnown(Name name) {
    return inTransaction(em -> find(em, name).isPresent());
  }

  @Override
  public Optional<Settled> settle(Name name, End end) {
    return inTransaction(
        em ->
            mark(em, name, end) == 1
                ? find(em, name).map(row -> settled(name, row))
                : Optional.<Settled>empty());
  }

  private static int mark(EntityManager em, Name name, End end) {
    String price = end.price().isPresent() ? ", m.cost = :cost" : "";
    String same =
        end.reference().isPresent() ? " and (m.reference is null or m.reference = :reference)" : "";
    Query update =
        em.createQuery(
                "update MessageEntity m set m.receipt = :state, m.receiptAt = :at"
                    + price
                    + " where m.receipt is null and"
                    + NAMED
                    + same)
            .setParameter("state", end.state().name())
            .setParameter("at", end.at().toEpochMilli());
    end.price().ifPresent(cost -> update.setParameter("cost", millionths(cost)));
    end.reference().ifPresent(id -> update.setParameter("reference", id));
    return named(update, name).executeUpdate();
  }

  private static long millionths(BigDecimal price) {
    return price.movePointRight(MILLIONTHS).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  private static Query named(Query query, Name name) {
    return query
        .setParameter("id", name.id())
        .setParameter("realm", name.realm())
        .setParameter("gateway", name.gateway());
  }

  private static Settled settled(Name name, MessageEntity row) {
    return new Settled(name, row.letterId, FactorKind.valueOf(row.channel));
  }

  private static Optional<MessageEntity> find(EntityManager em, Name name) {
    return Optional.ofNullable(em.find(MessageEntity.class, name.id()))
        .filter(row -> row.realmId.equals(name.realm()) && row.gateway.equals(name.gateway()));
  }

  @Override
  public Moved move(Settled settled, End end) {
    return inTransaction(em -> move(em, settled, end));
  }

  private static Moved move(EntityManager em, Settled settled, End end) {
    boolean lost = end.state() == LetterState.UNDELIVERED;
    if (lost && !carries(em, settled)) {
      return Moved.NO;
    }
    int moved =
        em.createQuery(
                "update LetterEntity l set l.state = :state, l.reason = :reason"
                    + " where l.id = :id and l.state = 'SENT'")
            .setParameter("state", end.state().name())
            .setParameter("reason", end.reason())
            .setParameter("id", settled.letter())
            .executeUpdate();
    if (moved == 1) {
      return Moved.YES;
    }
    boolean running =
        JpaLetters.stateOf(em, settled.letter()).filter(s -> s == LetterState.SENDING).isPresent();
    return running ? Moved.NOT_YET : Moved.NO;
  }

  /** A letter that went out again since does not end with an earlier try. */
  private static boolean carries(EntityManager em, Settled settled) {
    return em.createQuery(
            "select m.id from MessageEntity m where m.letterId = :letter and m.outcome = :accepted"
                + " order by m.sentAt desc",
            String.class)
        .setParameter("letter", settled.letter())
        .setParameter("accepted", Outcome.ACCEPTED.word())
        .setMaxResults(1)
        .getResultList()
        .contains(settled.name().id());
  }

  private <T> T inTransaction(Function<EntityManager, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        sessions,
        session -> work.apply(session.getProvider(JpaConnectionProvider.class).getEntityManager()));
  }
}
