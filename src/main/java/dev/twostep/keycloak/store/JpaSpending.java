package dev.twostep.keycloak.store;

import dev.twostep.application.delivery.Journal;
import dev.twostep.application.delivery.Message;
import dev.twostep.application.delivery.Spending;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.delivery.Delivery;
import dev.twostep.domain.delivery.Money;
import dev.twostep.domain.delivery.Prices;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.limit.Tally;
import dev.twostep.domain.limit.Tally.Kind;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Corrects what was put aside for messages by what they really cost: soon after each try, and once
 * more when a receipt tells the price.
 */
public final class JpaSpending implements Journal, Spending {

  private final KeycloakSessionFactory sessions;
  private final Optional<ServerKey> key;
  private final Books books;
  private final Clock clock;
  private final Function<RealmModel, Prices> prices;

  public JpaSpending(
      KeycloakSessionFactory sessions,
      Optional<ServerKey> key,
      Books books,
      Clock clock,
      Function<RealmModel, Prices> prices) {
    this.sessions = sessions;
    this.key = key;
    this.books = books;
    this.clock = clock;
    this.prices = prices;
  }

  @Override
  public void attempted(Attempted attempted) {
    Message message = attempted.message();
    if (message.address().channel() == FactorKind.SMS) {
      Instant now = clock.instant();
      books.enter(page -> spend(page, attempted, now));
    }
  }

  private void spend(BookPage page, Attempted attempted, Instant now) {
    Message message = attempted.message();
    long price = priceOf(page.session(), attempted);
    CostEntity letter = reserved(page.em(), message).orElse(null);
    if (letter != null || price > 0) {
      CostEntity payer = letter == null ? Costs.unreserved(message.realm(), now) : letter;
      CostEntity tried = Costs.tried(attempted.id(), payer);
      tried.amount = price;
      page.em().persist(tried);
      long change = price - payer.amount;
      payer.amount = 0;
      Costs.charges(tried, change)
          .forEach(one -> page.count(tried.realmId, one, Instant.ofEpochMilli(tried.day)));
    }
  }

  /** Nothing for what has certainly not gone out. */
  private long priceOf(KeycloakSession session, Attempted attempted) {
    boolean mayBeOut =
        attempted.outcome() instanceof Delivery.Delivered
            || (attempted.outcome() instanceof Delivery.Unavailable failed && failed.uncertain());
    RealmModel realm = session.realms().getRealm(attempted.message().realm());
    return mayBeOut && realm != null
        ? prices.apply(realm).of(attempted.gateway(), attempted.message().address().to())
        : 0;
  }

  private static Optional<CostEntity> reserved(EntityManager em, Message message) {
    return message instanceof Message.Lettered sent
        ? find(em, sent.letter().id())
        : Optional.empty();
  }

  private static Optional<CostEntity> find(EntityManager em, String id) {
    return Optional.ofNullable(em.find(CostEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Hearing the same price twice changes nothing; an unknown try is nobody's. */
  @Override
  public void corrected(String realm, String tryId, BigDecimal price) {
    inTransaction(
        (session, em) ->
            find(em, tryId)
                .filter(tried -> tried.realmId.equals(realm))
                .ifPresent(
                    tried -> {
                      long change = Money.millionths(price) - tried.amount;
                      tried.amount += change;
                      charge(em, tried, change);
                    }));
  }

  /** What was spent today, by organization; the realm's own under the empty name. */
  public Map<String, Long> today(String realm) {
    long day = new Tally(Kind.SPENT, "").slotAt(clock.instant()).toEpochMilli();
    return KeycloakModelUtils.<Map<String, Long>>runJobInTransactionWithResult(
        sessions,
        session ->
            em(session)
                .createQuery(
                    "select coalesce(t.subject, ''), t.amount from TallyEntity t"
                        + " where t.realmId = :realm and t.kind = 'SPENT' and t.slot = :day",
                    Object[].class)
                .setParameter("realm", realm)
                .setParameter("day", day)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1])));
  }

  /** On the day of the message, whatever day it is now. */
  private void charge(EntityManager em, CostEntity row, long change) {
    new JpaTallies(em, row.realmId, key)
        .add(Costs.charges(row, change), Instant.ofEpochMilli(row.day));
  }

  private void inTransaction(BiConsumer<KeycloakSession, EntityManager> work) {
    KeycloakModelUtils.runJobInTransaction(sessions, session -> work.accept(session, em(session)));
  }

  private static EntityManager em(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
