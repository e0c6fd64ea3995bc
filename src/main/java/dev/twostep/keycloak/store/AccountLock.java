package dev.twostep.keycloak.store;

import dev.twostep.application.challenge.Account;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Work on what an account has as a whole; meanwhile nobody else does any, on whichever node. */
public record AccountLock(KeycloakSessionFactory sessions, Account account) {

  private static final int TRIES = 3;

  /** In a transaction of its own, which may be tried again. */
  public <T> T hold(Function<KeycloakSession, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return KeycloakModelUtils.runJobInTransactionWithResult(
            sessions,
            session -> {
              row(session.getProvider(JpaConnectionProvider.class).getEntityManager(), account);
              return work.apply(session);
            });
      } catch (RuntimeException e) {
        // Two first ones may both insert the account's row; the loser finds it on the next try.
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  /** Locked until the transaction ends. */
  static AccountEntity row(EntityManager em, Account account) {
    AccountEntity row =
        em.find(AccountEntity.class, account.user(), LockModeType.PESSIMISTIC_WRITE);
    return row == null ? insert(em, account) : row;
  }

  private static AccountEntity insert(EntityManager em, Account account) {
    AccountEntity row = new AccountEntity();
    row.userId = account.user();
    row.realmId = account.realm();
    em.persist(row);
    em.flush();
    return row;
  }
}
