package dev.twostep.keycloak.store;

import dev.twostep.application.delivery.Claim;
import dev.twostep.application.delivery.Due;
import dev.twostep.application.delivery.Letter;
import dev.twostep.application.delivery.LetterState;
import dev.twostep.application.delivery.Letters;
import dev.twostep.domain.factor.FactorKind;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The letters in Keycloak's database. */
public final class JpaLetters implements Letters {

  private static final int LONGEST_REASON = 255;
  private static final int LONGEST_BASE = 255;

  private static final String TAKE =
      "update LetterEntity l set l.state = 'SENDING', l.claims = l.claims + 1, l.dueAt = :lease"
          + " where l.id = :id and l.state in ('PENDING', 'BUSY') and l.expiresAt > :now";

  private static final String TAKE_OVER =
      "update LetterEntity l set l.claims = l.claims + 1, l.dueAt = :lease,"
          + " l.messagesOut = l.messagesOut + 1"
          + " where l.id = :id and l.state = 'SENDING' and l.dueAt <= :now and l.expiresAt > :now";

  /** As SQL, for Hibernate translates an update anew each time it is run. */
  private static final String SAVE =
      "update {h-schema}TWOSTEP_LETTER set STATE = :state, REASON = :reason, DUE_AT = :due,"
          + " CHANNEL = :channel, SENT_TO = :sentTo, FALLBACK_TO = nullif(:fallback, ''),"
          + " TRIED = :tried, MESSAGES_OUT = :out, WAITS = :waits, GATEWAY = :gateway,"
          + " MOVED = :moved"
          + " where ID = :id and STATE = 'SENDING' and CLAIMS = :number";

  private static final String DUE =
      "select l.id, l.channel from LetterEntity l"
          + " where l.state in ('PENDING', 'BUSY', 'SENDING') and l.dueAt <= :now"
          + " and l.expiresAt > :now order by l.dueAt";

  private final KeycloakSessionFactory sessions;
  private final Books books;

  public JpaLetters(KeycloakSessionFactory sessions, Books books) {
    this.sessions = sessions;
    this.books = books;
  }

  @Override
  public Optional<Claim> claim(String id, Instant now) {
    return inTransaction(
        em -> {
          boolean mine = take(em, TAKE, id, now) || take(em, TAKE_OVER, id, now);
          return mine
              ? Optional.ofNullable(em.find(LetterEntity.class, id)).map(Rows::claim)
              : Optional.<Claim>empty();
        });
  }

  private static boolean take(EntityManager em, String how, String id, Instant now) {
    return em.createQuery(how)
            .setParameter("id", id)
            .setParameter("now", now.toEpochMilli())
            .setParameter("lease", now.plus(LEASE).toEpochMilli())
            .executeUpdate()
        == 1;
  }

  @Override
  public boolean save(Claim claim, LetterState state, String reason, Instant due) {
    return inTransaction(em -> save(em, claim, state, reason, due));
  }

  @Override
  public void sent(Claim claim, Instant at) {
    books.enter(page -> save(page.em(), claim, LetterState.SENT, "", at));
  }

  private static boolean save(
      EntityManager em, Claim claim, LetterState state, String reason, Instant due) {
    Query save =
        em.createNativeQuery(SAVE)
            .setParameter("id", claim.letter().id())
            .setParameter("number", claim.number())
            .setParameter("state", state.name())
            .setParameter("reason", shortened(reason))
            .setParameter("due", due.toEpochMilli());
    addresses(save, claim, goesOn(claim, state));
    spent(save, claim);
    return save.executeUpdate() == 1;
  }

  private static void addresses(Query save, Claim claim, boolean kept) {
    Letter letter = claim.letter();
    save.setParameter("channel", letter.address().channel().name())
        .setParameter("sentTo", kept ? letter.address().to() : "")
        .setParameter(
            "fallback", letter.fallback().filter(to -> kept).map(Letter.Address::to).orElse(""));
  }

  private static void spent(Query save, Claim claim) {
    save.setParameter("tried", String.join(",", claim.spent().tried()))
        .setParameter("out", claim.spent().out())
        .setParameter("waits", claim.spent().waits())
        .setParameter("gateway", claim.spent().acceptedBy())
        .setParameter("moved", claim.spent().moved() ? 1 : 0);
  }

  /** An SMS that was taken may still come back as lost: then its address is needed once more. */
  private static boolean goesOn(Claim claim, LetterState state) {
    return switch (state) {
      case PENDING, BUSY, SENDING -> true;
      case SENT -> claim.letter().address().channel() == FactorKind.SMS;
      case DELIVERED, UNDELIVERED, MOVED, FAILED -> false;
    };
  }

  @Override
  public boolean isWanted(Letter letter) {
    return inTransaction(em -> isOpen(em, letter.subject().challenge().hex()));
  }

  private static boolean isOpen(EntityManager em, String challenge) {
    ChallengeEntity row = em.find(ChallengeEntity.class, challenge);
    return row != null && row.spentAt == null;
  }

  @Override
  public Set<String> usedFor(Letter letter) {
    return inTransaction(
        em ->
            em.createQuery(
                    "select l.tried from LetterEntity l where l.userId = :user"
                        + " and l.challengeId = :challenge and l.id <> :id and l.tried is not null",
                    String.class)
                .setParameter("user", letter.subject().user())
                .setParameter("challenge", letter.subject().challenge().hex())
                .setParameter("id", letter.id())
                .getResultStream()
                .flatMap(tried -> Rows.names(tried).stream())
                .collect(Collectors.toSet()));
  }

  @Override
  public void renew(Collection<String> ids, Instant now) {
    inTransaction(
        em ->
            em.createQuery(
                    "update LetterEntity l set l.dueAt = :lease"
                        + " where l.id in :ids and l.state = 'SENDING'")
                .setParameter("ids", ids)
                .setParameter("lease", now.plus(LEASE).toEpochMilli())
                .executeUpdate());
  }

  @Override
  public void crowdOut(String id, Instant now) {
    inTransaction(
        em ->
            em.createQuery(
                    "update LetterEntity l set l.state = 'BUSY', l.dueAt = :now,"
                        + " l.reason = 'queue full' where l.id = :id and l.state = 'SENDING'"
                        + " and l.claims = 1")
                .setParameter("id", id)
                .setParameter("now", now.toEpochMilli())
                .executeUpdate());
  }

  @Override
  public Optional<Due> reopen(String id, Instant now) {
    return inTransaction(
        em ->
            Optional.ofNullable(em.find(LetterEntity.class, id))
                .filter(row -> row.state.equals("SENT") || row.state.equals("UNDELIVERED"))
                .filter(row -> row.expiresAt > now.toEpochMilli() && !row.sentTo.isEmpty())
                .filter(row -> isOpen(em, row.challengeId))
                .map(row -> reopened(row, now)));
  }

  private static Due reopened(LetterEntity row, Instant now) {
    row.state = LetterState.PENDING.name();
    row.dueAt = now.plus(HEAD_START).toEpochMilli();
    row.messagesOut = Rows.claim(row).spent().lost().out();
    return new Due(row.id, FactorKind.valueOf(row.channel), now);
  }

  @Override
  public List<Due> due(Instant now, int most) {
    return inTransaction(
        em ->
            em.createQuery(DUE, Object[].class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Due((String) row[0], FactorKind.valueOf((String) row[1]), now))
                .toList());
  }

  @Override
  public void forgetDead(Instant now) {
    inTransaction(
        em ->
            em.createQuery(
                    "update LetterEntity l set l.sentTo = '', l.fallbackTo = null"
                        + " where l.expiresAt <= :now and l.sentTo <> ''")
                .setParameter("now", now.toEpochMilli())
                .executeUpdate());
  }

  private static String shortened(String reason) {
    return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
  }

  private <T> T inTransaction(Function<EntityManager, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(
        sessions,
        session -> work.apply(session.getProvider(JpaConnectionProvider.class).getEntityManager()));
  }

  /** The address by which the server was reached, unless it is too long to be kept. */
  public static Optional<URI> keepable(URI base) {
    return Optional.of(base).filter(at -> at.toString().length() <= LONGEST_BASE);
  }

  /**
   * Writes a letter as being in this node's hands, with the caller's own transaction: none is left
   * behind if that fails.
   */
  public static void post(EntityManager em, Claim first, Instant now) {
    LetterEntity row = Rows.of(first.letter(), LetterState.SENDING);
    row.claims = first.number();
    row.dueAt = now.plus(LEASE).toEpochMilli();
    row.baseUri = first.base().map(URI::toString).orElse(null);
    em.persist(row);
  }

  /** The state of a letter, read in the caller's own transaction; empty if it is unknown. */
  public static Optional<LetterState> stateOf(EntityManager em, String id) {
    return Optional.ofNullable(em.find(LetterEntity.class, id))
        .map(row -> LetterState.ofName(row.state));
  }
}
