package dev.twostep.keycloak.store;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.challenge.Ledger;
import dev.twostep.domain.code.Locker;
import dev.twostep.domain.code.ServerKey;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The ledger in Keycloak's database, in transactions of its own beside the login's. */
public final class JpaLedger implements Ledger {

  private static final int TRIES = 3;

  private final KeycloakSessionFactory sessions;
  private final Optional<ServerKey> key;
  private final Optional<Locker> locker;

  /**
   * @param key without which nothing can be counted over all accounts
   */
  public JpaLedger(KeycloakSessionFactory sessions, Optional<ServerKey> key) {
    this.sessions = sessions;
    this.key = key;
    this.locker = key.map(known -> known.locker(new SecureRandom()));
  }

  @Override
  public <T> T settle(Account account, Function<Entry, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return KeycloakModelUtils.runJobInTransactionWithResult(
            sessions, session -> work.apply(open(session, account)));
      } catch (RuntimeException e) {
        // Two first answers may both insert the account's row; the loser finds it on the next try.
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  private Entry open(KeycloakSession session, Account account) {
    EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    AccountEntity row = AccountLock.row(em, account);
    var shared =
        new JpaEntry.Shared(
            new JpaTallies(em, account.realm(), key), new JpaOfficeDevices(em, account, locker));
    return new JpaEntry(em, account, row, shared);
  }
}
