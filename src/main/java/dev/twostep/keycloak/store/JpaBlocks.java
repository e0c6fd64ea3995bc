package dev.twostep.keycloak.store;

import dev.twostep.application.limit.Blocks;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Blocked prefixes in Keycloak's database. */
public final class JpaBlocks implements Blocks {

  /** Refusals that follow each other faster are not worth a write each. */
  private static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);

  /** As long as messages of a prefix are counted. */
  private static final Duration SHOWN = Duration.ofHours(24);

  private final KeycloakSessionFactory sessions;
  private final Clock clock;

  public JpaBlocks(KeycloakSessionFactory sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public void refused(String realm, String prefix, String reason) {
    long now = clock.instant().toEpochMilli();
    inTransaction(
        em -> {
          BlockEntity row = row(em, realm, prefix);
          long before = row.refusedAt == null ? 0 : row.refusedAt;
          boolean fresh = before < now - SHOWN.toMillis();
          if (before < now - WRITTEN_EVERY.toMillis()) {
            row.reason = reason;
            row.since = fresh ? Long.valueOf(now) : row.since;
            row.refusedAt = now;
          }
          return row;
        });
  }

  @Override
  public List<Block> of(String realm) {
    long now = clock.instant().toEpochMilli();
    return inTransaction(
        em ->
            em.createQuery(
                    "from BlockEntity b where b.realmId = :realm"
                        + " and (b.refusedAt > :since or b.letOutUntil > :now) order by b.prefix",
                    BlockEntity.class)
                .setParameter("realm", realm)
                .setParameter("since", now - SHOWN.toMillis())
                .setParameter("now", now)
                .getResultStream()
                .map(JpaBlocks::block)
                .toList());
  }

  @Override
  public void letOut(String realm, String prefix, Instant until) {
    inTransaction(
        em -> {
          BlockEntity row = row(em, realm, prefix);
          row.letOutUntil = until.toEpochMilli();
          return row;
        });
  }

  @Override
  public boolean holdAgain(String realm, String prefix) {
    return inTransaction(
            em ->
                em.createQuery(
                        "update BlockEntity b set b.letOutUntil = null where b.realmId = :realm"
                            + " and b.prefix = :prefix and b.letOutUntil is not null")
                    .setParameter("realm", realm)
                    .setParameter("prefix", prefix)
                    .executeUpdate())
        == 1;
  }

  private static BlockEntity row(EntityManager em, String realm, String prefix) {
    em.createQuery(
            "insert into BlockEntity (realmId, prefix) values (:realm, :prefix)"
                + " on conflict (realmId, prefix) do nothing")
        .setParameter("realm", realm)
        .setParameter("prefix", prefix)
        .executeUpdate();
    BlockKey key = new BlockKey(realm, prefix);
    return em.find(BlockEntity.class, key, LockModeType.PESSIMISTIC_WRITE);
  }

  private static Block block(BlockEntity row) {
    return new Block(
        row.prefix,
        Optional.ofNullable(row.reason).orElse(""),
        at(row.since),
        at(row.refusedAt),
        at(row.letOutUntil));
  }

  private static Optional<Instant> at(@Nullable Long millis) {
    return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
  }

  private <T> T inTransaction(Function<EntityManager, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        sessions,
        session -> work.apply(session.getProvider(JpaConnectionProvider.class).getEntityManager()));
  }
}
