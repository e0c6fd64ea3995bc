package dev.twostep.keycloak.store;

import dev.twostep.domain.limit.Tally;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.timer.ScheduledTask;

/** Removes rows that nobody can need any more: by schedule, and when a realm or user goes. */
public final class Housekeeping implements ScheduledTask {

  /** Long enough for support to see what became of a message, short enough to be forgotten. */
  private static final Duration KEEP = Duration.ofDays(1);

  /** As long as somebody back from a holiday may still say "this was not me". */
  private static final Duration KEEP_NEWS = Duration.ofDays(30);

  /** As long as an old phone may go on trying a password that was taken back. */
  private static final Duration KEEP_REVOKED = Duration.ofDays(90);

  /** As long as an office may be asked who opened which account: two years, and the one running. */
  private static final Duration KEEP_USES = Duration.ofDays(3 * 366);

  private static final List<String> OF_A_USER =
      List.of(
          "AppPasswordEntity",
          "AccountEntity",
          "ChallengeEntity",
          "LetterEntity",
          "MessageEntity",
          "StepEntity",
          "PassUseEntity",
          "GraceEntity",
          "NoticeEntity",
          "NumberEntity",
          "NewsEntity",
          "DeviceEntity",
          "OfficeAccountEntity",
          "OfficeOfferEntity",
          "OfficeManagerEntity",
          "OfficeStepEntity",
          "PortalEntity",
          "PortalIntakeEntity",
          "PortalLeaseEntity");

  private static final List<String> OF_A_REALM =
      List.of(
          "ContactEntity",
          "TallyEntity",
          "BlockEntity",
          "CostEntity",
          "AlertEntity",
          "OfficeEntity",
          "OfficeDeviceEntity",
          "OfficeInviteEntity",
          "OfficeUseEntity",
          "OfficeImportEntity",
          "OfficeImportErrorEntity",
          "PortalRobotEntity");

  private final Clock clock;

  public Housekeeping(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void run(KeycloakSession session) {
    Instant now = clock.instant();
    Instant before = now.minus(KEEP);
    EntityManager em = em(session);
    delete(em, "ChallengeEntity e where e.askedAt < :key", before.toEpochMilli());
    delete(em, "LetterEntity e where e.expiresAt < :key", before.toEpochMilli());
    // No pass lives that long, so nobody can ask again whether it was used.
    delete(em, "PassUseEntity e where e.usedAt < :key", before.toEpochMilli());
    delete(em, "ContactEntity e where e.updatedAt < :key", before.toEpochMilli());
    future(em, now.plus(KEEP));
    messages(session, now);
    OverDevices.clear(session, now);
    Instant old = now.minus(KEEP_NEWS);
    delete(em, "NoticeEntity e where e.touchedAt < :key", old.toEpochMilli());
    delete(em, "NewsEntity e where e.happenedAt < :key", old.toEpochMilli());
    delete(
        em,
        "OfficeImportErrorEntity e where e.importId in"
            + " (select i.id from OfficeImportEntity i where i.touchedAt < :key)",
        old.toEpochMilli());
    delete(em, "OfficeImportEntity e where e.touchedAt < :key", old.toEpochMilli());
    delete(em, "OfficeInviteEntity e where e.expiresAt < :key", now.toEpochMilli());
    delete(em, "OfficeUseEntity e where e.usedAt < :key", now.minus(KEEP_USES).toEpochMilli());
    delete(em, "PortalIntakeEntity e where e.expiresAt < :key", before.toEpochMilli());
    delete(em, "PortalLeaseEntity e where e.askedAt < :key", now.minus(KEEP_USES).toEpochMilli());
    Instant revoked = now.minus(KEEP_REVOKED);
    delete(em, "AppPasswordEntity e where e.revokedAt < :key", revoked.toEpochMilli());
    delete(em, "AlertEntity e where e.raisedAt < :key", old.toEpochMilli());
    delete(
        em,
        "BlockEntity e where coalesce(e.refusedAt, 0) < :key"
            + " and coalesce(e.letOutUntil, 0) < :key",
        old.toEpochMilli());
    delete(em, "TallyEntity e where e.expiresAt < :key", clock.instant().toEpochMilli());
    Instant charged = clock.instant().minus(Tally.Kind.SPENT.kept());
    delete(em, "CostEntity e where e.day < :key", charged.toEpochMilli());
  }

  /** Rows of a time when the clock was wrong would stay until that time comes. */
  private static void future(EntityManager em, Instant after) {
    delete(em, "ChallengeEntity e where e.askedAt > :key", after.toEpochMilli());
    delete(em, "LetterEntity e where e.expiresAt > :key", after.toEpochMilli());
    delete(em, "ContactEntity e where e.updatedAt > :key", after.toEpochMilli());
    delete(em, "MessageEntity e where e.sentAt > :key", after.toEpochMilli());
  }

  /** Each realm says how long it keeps its log; rows of a realm that is gone go, too. */
  private static void messages(KeycloakSession session, Instant now) {
    EntityManager em = em(session);
    for (String id :
        em.createQuery("select distinct m.realmId from MessageEntity m", String.class)
            .getResultList()) {
      RealmModel realm = session.realms().getRealm(id);
      Instant before = realm == null ? now : now.minus(LogDays.of(realm));
      em.createQuery("delete from MessageEntity m where m.realmId = :realm and m.sentAt < :before")
          .setParameter("realm", id)
          .setParameter("before", before.toEpochMilli())
          .executeUpdate();
    }
  }

  /** Follows removals; deletes join the transaction of the removal. */
  public static void on(ProviderEvent event) {
    if (event instanceof UserModel.UserRemovedEvent removed) {
      EntityManager em = em(removed.getKeycloakSession());
      OF_A_USER.forEach(
          entity -> delete(em, entity + " e where e.userId = :key", removed.getUser().getId()));
    } else if (event instanceof ClientModel.ClientRemovedEvent removed) {
      EntityManager em = em(removed.getKeycloakSession());
      delete(em, "PortalRobotEntity e where e.clientId = :key", removed.getClient().getId());
    } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
      EntityManager em = em(removed.getKeycloakSession());
      String realm = removed.getRealm().getId();
      OF_A_USER.forEach(entity -> delete(em, entity + " e where e.realmId = :key", realm));
      OF_A_REALM.forEach(entity -> delete(em, entity + " e where e.realmId = :key", realm));
    }
  }

  private static void delete(EntityManager em, String what, Object key) {
    em.createQuery("delete from " + what).setParameter("key", key).executeUpdate();
  }

  private static EntityManager em(KeycloakSession session) {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }
}
