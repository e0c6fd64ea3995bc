package dev.twostep.keycloak.store;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.enrolment.Graces;
import dev.twostep.domain.policy.Grace;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Grace periods in Keycloak's database. */
public final class JpaGraces implements Graces {

  private final KeycloakSessionFactory sessions;

  public JpaGraces(KeycloakSessionFactory sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Grace> left(Account account) {
    return inTransaction(
        em -> Optional.ofNullable(em.find(GraceEntity.class, account.user())).map(JpaGraces::read));
  }

  @Override
  public void putOff(Account account, Grace offered) {
    inTransaction(
        em -> {
          GraceEntity row =
              em.find(GraceEntity.class, account.user(), LockModeType.PESSIMISTIC_WRITE);
          Grace left = (row == null ? offered : read(row)).afterSkip();
          GraceEntity written = row == null ? insert(em, account) : row;
          written.endsAt = left.until().map(Instant::toEpochMilli).orElse(null);
          written.skipsLeft = left.skips().isPresent() ? left.skips().getAsInt() : null;
          return written;
        });
  }

  private static GraceEntity insert(EntityManager em, Account account) {
    GraceEntity row = new GraceEntity();
    row.userId = account.user();
    row.realmId = account.realm();
    em.persist(row);
    return row;
  }

  private static Grace read(GraceEntity row) {
    return new Grace(
        Optional.ofNullable(row.endsAt).map(Instant::ofEpochMilli),
        row.skipsLeft == null ? OptionalInt.empty() : OptionalInt.of(row.skipsLeft));
  }

  private <T> T inTransaction(Function<EntityManager, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        sessions,
        session -> work.apply(session.getProvider(JpaConnectionProvider.class).getEntityManager()));
  }
}
