package dev.twostep.keycloak.store;

import dev.twostep.application.limit.Tallies;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.limit.Slot;
import dev.twostep.domain.limit.Tally;
import dev.twostep.domain.limit.Tally.Kind;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The counts of one realm, in the transaction of whoever settles. */
final class JpaTallies implements Tallies {

  /** No slot that is asked for by the hour or the minute lasts longer. */
  private static final Duration LONGEST_SLOT = Duration.ofHours(1);

  /** As SQL, for Hibernate translates an update anew each time it is run. */
  private static final String GROW =
      "update {h-schema}TWOSTEP_TALLY set AMOUNT = AMOUNT + :amount"
          + " where NAME = :name and SLOT = :slot and AMOUNT + :amount <= :most";

  private final EntityManager em;
  private final String realm;
  private final Optional<ServerKey> key;

  JpaTallies(EntityManager em, String realm, Optional<ServerKey> key) {
    this.em = em;
    this.realm = realm;
    this.key = key;
  }

  @Override
  public String realm() {
    return realm;
  }

  @Override
  public Map<Tally, List<Slot>> read(Collection<Tally> tallies, Instant since) {
    Map<String, Tally> names = new HashMap<>();
    Map<Tally, List<Slot>> found = new HashMap<>();
    for (Tally tally : tallies) {
      names.put(nameOf(tally), tally);
      found.put(tally, new ArrayList<>());
    }
    em.createQuery(
            "select t.name, t.slot, t.amount from TallyEntity t"
                + " where t.name in :names and t.slot > :since",
            Object[].class)
        .setParameter("names", names.keySet())
        .setParameter("since", since.minus(LONGEST_SLOT).toEpochMilli())
        .getResultStream()
        .forEach(row -> slotsOf(found, names, row).add(slot(row)));
    return found;
  }

  private static List<Slot> slotsOf(
      Map<Tally, List<Slot>> found, Map<String, Tally> names, Object[] row) {
    return found.computeIfAbsent(
        names.getOrDefault((String) row[0], new Tally(Kind.REALM, "")), t -> new ArrayList<>());
  }

  static Slot slot(Object[] row) {
    return new Slot(Instant.ofEpochMilli((Long) row[1]), (Long) row[2]);
  }

  /** What was written for the account goes first: these rows are everybody's. */
  @Override
  public void add(List<Charge> charges, Instant now) {
    em.flush();
    charges.stream().sorted((a, b) -> a.tally().compareTo(b.tally())).forEach(c -> add(c, now));
  }

  void add(Charge charge, Instant now) {
    if (!grow(charge, now)) {
      begin(charge.tally(), now);
      if (!grow(charge, now)) {
        throw new Contended();
      }
    }
  }

  private boolean grow(Charge charge, Instant now) {
    return em.createNativeQuery(GROW)
            .setParameter("amount", charge.amount())
            .setParameter("name", nameOf(charge.tally()))
            .setParameter("slot", charge.tally().slotAt(now).toEpochMilli())
            .setParameter("most", charge.most())
            .executeUpdate()
        == 1;
  }

  /** Another node may begin the same slot at the same moment: that is no failure. */
  private void begin(Tally tally, Instant now) {
    Instant slot = tally.slotAt(now);
    em.createQuery(
            "insert into TallyEntity (name, slot, realmId, kind, subject, amount, expiresAt)"
                + " values (:name, :slot, :realm, :kind, :subject, 0L, :expires)"
                + " on conflict (name, slot) do nothing")
        .setParameter("name", nameOf(tally))
        .setParameter("slot", slot.toEpochMilli())
        .setParameter("realm", realm)
        .setParameter("kind", tally.kind().name())
        .setParameter("subject", tally.kind() == Kind.SPENT ? tally.subject() : null)
        .setParameter("expires", slot.plus(tally.kind().kept()).toEpochMilli())
        .executeUpdate();
  }

  @Override
  public void pay(List<Charge> charges, Optional<Reservation> reservation, Instant now) {
    reservation.ifPresent(one -> em.persist(Costs.reserved(realm, one, now)));
    add(charges, now);
  }

  @Override
  public boolean isLetOut(String prefix, Instant now) {
    BlockEntity block = em.find(BlockEntity.class, new BlockKey(realm, prefix));
    return block != null && block.letOutUntil != null && block.letOutUntil > now.toEpochMilli();
  }

  @Override
  public String nameOf(Tally tally) {
    return key.orElseThrow(() -> new IllegalStateException("Twostep has no server key"))
        .digestOf(realm, "tally\n" + tally.kind() + "\n" + tally.subject());
  }
}
