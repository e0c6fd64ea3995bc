package dev.twostep.keycloak.store;

import dev.twostep.domain.office.Office;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Which accounts belong to which office of one realm, and which are invited to. */
public final class JpaOfficeAccounts {

  /**
   * An account of an office.
   *
   * @param customer the office's own number for it; may be empty
   */
  public record Linked(String user, String office, String userName, String customer, Instant at) {}

  private final EntityManager em;
  private final String realm;

  public JpaOfficeAccounts(KeycloakSession session, RealmModel realm) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realm = realm.getId();
  }

  /** The office that a user's account belongs to. */
  public Optional<Linked> of(String user) {
    return Optional.ofNullable(em.find(OfficeAccountEntity.class, user))
        .filter(row -> row.realmId.equals(realm))
        .map(JpaOfficeAccounts::linked);
  }

  /** That office itself, in one query; empty also where the office is gone. */
  public Optional<Office> officeOf(String user) {
    return em.createQuery(
            "select o from OfficeAccountEntity a"
                + " join OfficeEntity o on o.id = a.officeId and o.realmId = a.realmId"
                + " where a.userId = :user and a.realmId = :realm",
            OfficeEntity.class)
        .setParameter("user", user)
        .setParameter("realm", realm)
        .getResultStream()
        .findFirst()
        .map(JpaOffices::office);
  }

  /** A page of an office's accounts by user name, those whose name or number begins so. */
  public List<Linked> page(String office, String search, int first, int most) {
    return em
        .createQuery(
            "from OfficeAccountEntity a where a.officeId = :office and a.realmId = :realm"
                + " and (lower(a.userName) like :search escape '!'"
                + " or lower(a.customer) like :search escape '!') order by a.userName",
            OfficeAccountEntity.class)
        .setParameter("office", office)
        .setParameter("realm", realm)
        .setParameter("search", prefix(search))
        .setFirstResult(first)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(JpaOfficeAccounts::linked)
        .toList();
  }

  public long count(String office) {
    return em.createQuery(
            "select count(a) from OfficeAccountEntity a"
                + " where a.officeId = :office and a.realmId = :realm",
            Long.class)
        .setParameter("office", office)
        .setParameter("realm", realm)
        .getSingleResult();
  }

  public void link(Linked account) {
    OfficeAccountEntity row = new OfficeAccountEntity();
    row.userId = account.user();
    row.realmId = realm;
    row.officeId = account.office();
    row.userName = account.userName();
    row.customer = account.customer();
    row.attachedAt = account.at().toEpochMilli();
    em.persist(row);
  }

  public void number(String user, String customer) {
    Optional.ofNullable(em.find(OfficeAccountEntity.class, user))
        .filter(row -> row.realmId.equals(realm))
        .ifPresent(row -> row.customer = customer);
  }

  /** False if it belonged to none. */
  public boolean unlink(String user) {
    em.createQuery("delete from OfficeStepEntity s where s.userId = :user")
        .setParameter("user", user)
        .executeUpdate();
    OfficeAccountEntity row = em.find(OfficeAccountEntity.class, user);
    if (row == null || !row.realmId.equals(realm)) {
      return false;
    }
    em.remove(row);
    return true;
  }

  /** Invitations that a user has not answered. */
  public List<Linked> offersTo(String user) {
    return em
        .createQuery(
            "from OfficeOfferEntity o where o.userId = :user and o.realmId = :realm"
                + " order by o.offeredAt",
            OfficeOfferEntity.class)
        .setParameter("user", user)
        .setParameter("realm", realm)
        .getResultList()
        .stream()
        .map(JpaOfficeAccounts::offer)
        .toList();
  }

  /** The invitation of one office that a user has not answered. */
  public Optional<Linked> offerTo(String user, String office) {
    return Optional.ofNullable(em.find(OfficeOfferEntity.class, key(user, office)))
        .filter(row -> row.realmId.equals(realm))
        .map(JpaOfficeAccounts::offer);
  }

  /** Invitations of an office that are not answered. */
  public List<Linked> offersOf(String office) {
    return em
        .createQuery(
            "from OfficeOfferEntity o where o.officeId = :office and o.realmId = :realm"
                + " order by o.userName",
            OfficeOfferEntity.class)
        .setParameter("office", office)
        .setParameter("realm", realm)
        .getResultList()
        .stream()
        .map(JpaOfficeAccounts::offer)
        .toList();
  }

  /** False if it was invited already. */
  public boolean offer(Linked account) {
    if (em.find(OfficeOfferEntity.class, key(account.user(), account.office())) != null) {
      return false;
    }
    OfficeOfferEntity row = new OfficeOfferEntity();
    row.userId = account.user();
    row.officeId = account.office();
    row.realmId = realm;
    row.userName = account.userName();
    row.customer = account.customer();
    row.offeredAt = account.at().toEpochMilli();
    em.persist(row);
    return true;
  }

  public void numberOffer(String user, String office, String customer) {
    Optional.ofNullable(em.find(OfficeOfferEntity.class, key(user, office)))
        .filter(row -> row.realmId.equals(realm))
        .ifPresent(row -> row.customer = customer);
  }

  /** Takes an invitation back, whoever does; empty if there is none. */
  public Optional<Linked> withdraw(String user, String office) {
    OfficeOfferEntity row = em.find(OfficeOfferEntity.class, key(user, office));
    if (row == null || !row.realmId.equals(realm)) {
      return Optional.empty();
    }
    em.remove(row);
    return Optional.of(offer(row));
  }

  private static OfficeUserKey key(String user, String office) {
    return new OfficeUserKey(user, office);
  }

  private static String prefix(String search) {
    return search.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
  }

  private static Linked linked(OfficeAccountEntity row) {
    return new Linked(
        row.userId, row.officeId, row.userName, row.customer, Instant.ofEpochMilli(row.attachedAt));
  }

  private static Linked offer(OfficeOfferEntity row) {
    return new Linked(
        row.userId, row.officeId, row.userName, row.customer, Instant.ofEpochMilli(row.offeredAt));
  }
}
