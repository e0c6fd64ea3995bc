package dev.twostep.keycloak.store;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.enrolment.Numbers;
import dev.twostep.domain.code.ServerKey;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Numbers in the request's own transaction: a claim counts when the credential is stored, too. */
public final class JpaNumbers implements Numbers {

  private final EntityManager em;
  private final ServerKey key;

  public JpaNumbers(KeycloakSession session, ServerKey key) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.key = key;
  }

  @Override
  public List<String> othersWith(Account account, String number) {
    return em.createQuery(
            "select n.userId from NumberEntity n where n.digest = :digest and n.userId <> :user",
            String.class)
        .setParameter("digest", key.digestOf(account.realm(), number))
        .setParameter("user", account.user())
        .setMaxResults(MOST_ACCOUNTS)
        .getResultList();
  }

  @Override
  public void claim(Account account, String number) {
    NumberEntity row = new NumberEntity();
    row.userId = account.user();
    row.realmId = account.realm();
    row.digest = key.digestOf(account.realm(), number);
    em.merge(row);
  }
}
