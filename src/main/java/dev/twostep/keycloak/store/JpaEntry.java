package dev.twostep.keycloak.store;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.challenge.Ledger;
import dev.twostep.application.device.Devices;
import dev.twostep.application.limit.Tallies;
import dev.twostep.application.office.OfficeDevices;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.factor.LastUses;
import dev.twostep.domain.limit.AttemptBudget;
import dev.twostep.domain.limit.SendBudget;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One account's open page, with its row locked. */
final class JpaEntry implements Ledger.Entry {

  /** What an account has together with others. */
  record Shared(Tallies tallies, OfficeDevices office) {}

  /** As SQL, for Hibernate translates an update anew each time it is run. */
  private static final String COUNT =
      "update {h-schema}TWOSTEP_CHALLENGE set WRONG_ANSWERS = :wrong"
          + " where ID = :id and SPENT_AT is null";

  private static final String SPEND =
      "update {h-schema}TWOSTEP_CHALLENGE set WRONG_ANSWERS = :wrong, SPENT_AT = :spent"
          + " where ID = :id and SPENT_AT is null";

  private final EntityManager em;
  private final Account account;
  private final AccountEntity row;
  private final Tallies tallies;
  private final OfficeDevices office;

  /** Looked up once: an absent row is not remembered by the entity manager. */
  private final Map<String, Optional<ContactEntity>> contacts = new HashMap<>();

  private final Map<String, Optional<StepEntity>> steps = new HashMap<>();

  JpaEntry(EntityManager em, Account account, AccountEntity row, Shared shared) {
    this.em = em;
    this.account = account;
    this.row = row;
    this.tallies = shared.tallies();
    this.office = shared.office();
  }

  @Override
  public AttemptBudget attempts() {
    return new AttemptBudget(Times.read(row.wrongAnswers), Times.readStreaks(row.streaks));
  }

  @Override
  public void write(AttemptBudget attempts) {
    row.wrongAnswers = Times.write(attempts.wrong());
    row.streaks = Times.writeStreaks(attempts.streaks());
  }

  @Override
  public SendBudget sends() {
    return new SendBudget(Times.read(row.messagesSent));
  }

  @Override
  public SendBudget sendsTo(String contactDigest) {
    return contact(contactDigest)
        .map(contact -> new SendBudget(Times.read(contact.messagesSent)))
        .orElseGet(SendBudget::untouched);
  }

  @Override
  public void write(SendBudget sends, String contactDigest, SendBudget sendsTo) {
    row.messagesSent = Times.write(sends.sent());
    Optional<ContactEntity> known = contact(contactDigest);
    ContactEntity contact = known.orElseGet(ContactEntity::new);
    contact.messagesSent = Times.write(sendsTo.sent());
    contact.updatedAt =
        sendsTo.sent().isEmpty() ? 0 : sendsTo.sent().get(sendsTo.sent().size() - 1).toEpochMilli();
    if (known.isEmpty()) {
      contact.digest = contactDigest;
      contact.realmId = account.realm();
      // Complete when it is handed over: whatever is set later costs an update of its own.
      em.persist(contact);
      contacts.put(contactDigest, Optional.of(contact));
    }
  }

  private Optional<ContactEntity> contact(String digest) {
    return contacts.computeIfAbsent(
        digest,
        id ->
            Optional.ofNullable(em.find(ContactEntity.class, id, LockModeType.PESSIMISTIC_WRITE)));
  }

  @Override
  public Optional<Challenge> challenge(ChallengeId id) {
    return Optional.ofNullable(em.find(ChallengeEntity.class, id.hex()))
        .filter(found -> found.userId.equals(account.user()))
        .map(Rows::challenge);
  }

  @Override
  public List<Challenge> asked(Purpose purpose, Instant since) {
    return em.createQuery(
            "from ChallengeEntity c where c.userId = :user and c.purpose = :purpose"
                + " and c.askedAt >= :since",
            ChallengeEntity.class)
        .setParameter("user", account.user())
        .setParameter("purpose", purpose.name())
        .setParameter("since", Rows.millis(since))
        .getResultStream()
        .map(Rows::challenge)
        .toList();
  }

  @Override
  public void add(Challenge challenge) {
    em.persist(Rows.of(account, challenge));
  }

  @Override
  public void update(Challenge challenge) {
    Optional<Long> spent = challenge.progress().spentAt().map(Rows::millis);
    Query update =
        em.createNativeQuery(spent.isPresent() ? SPEND : COUNT)
            .setParameter("wrong", challenge.progress().wrong())
            .setParameter("id", challenge.id().hex());
    spent.ifPresent(at -> update.setParameter("spent", at));
    if (update.executeUpdate() != 1) {
      throw new IllegalStateException("a challenge was settled twice");
    }
  }

  @Override
  public void move(ChallengeId challenge, FactorKind channel) {
    int changed =
        em.createQuery(
                "update ChallengeEntity c set c.channel = :channel"
                    + " where c.id = :id and c.spentAt is null")
            .setParameter("channel", channel.name())
            .setParameter("id", challenge.hex())
            .executeUpdate();
    if (changed != 1) {
      throw new IllegalStateException("a challenge was moved after it was settled");
    }
  }

  @Override
  public long lastStep(String credential) {
    return step(credential).map(step -> step.lastStep).orElse(Long.MIN_VALUE);
  }

  @Override
  public void spendStep(String credential, long step) {
    Optional<StepEntity> known = step(credential);
    StepEntity entity = known.orElseGet(StepEntity::new);
    entity.lastStep = step;
    if (known.isEmpty()) {
      entity.credentialId = credential;
      entity.realmId = account.realm();
      entity.userId = account.user();
      em.persist(entity);
      steps.put(credential, Optional.of(entity));
    }
  }

  private Optional<StepEntity> step(String credential) {
    return steps.computeIfAbsent(
        credential, id -> Optional.ofNullable(em.find(StepEntity.class, id)));
  }

  @Override
  public Optional<Instant> passUsedAt(String pass) {
    return Optional.ofNullable(em.find(PassUseEntity.class, pass))
        .map(use -> Instant.ofEpochMilli(use.usedAt));
  }

  @Override
  public void usePass(String pass, Instant at) {
    PassUseEntity use = new PassUseEntity();
    use.passId = pass;
    use.realmId = account.realm();
    use.userId = account.user();
    use.usedAt = at.toEpochMilli();
    em.persist(use);
  }

  @Override
  public LastUses lastUses() {
    return Times.readUses(row.lastUsed);
  }

  @Override
  public void write(LastUses lastUses) {
    row.lastUsed = Times.writeUses(lastUses);
  }

  @Override
  public Tallies tallies() {
    return tallies;
  }

  @Override
  public OfficeDevices office() {
    return office;
  }

  @Override
  public Devices devices() {
    return new JpaDevices(em, account);
  }

  @Override
  public void forgetLimits() {
    row.wrongAnswers = "";
    row.streaks = "";
    row.messagesSent = "";
    em.createQuery(
            "delete from ChallengeEntity c where c.userId = :user and c.purpose in :purposes")
        .setParameter("user", account.user())
        .setParameter(
            "purposes",
            Stream.of(Purpose.values())
                .filter(Purpose::isToTypedNumber)
                .map(Purpose::name)
                .toList())
        .executeUpdate();
  }
}
