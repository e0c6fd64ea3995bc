package dev.twostep.keycloak.store;

import dev.twostep.domain.office.Office;
import dev.twostep.domain.office.OfficeOptions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The offices of one realm and who manages them, with the session's transaction. */
public final class JpaOffices {

  private static final List<String> OF_AN_OFFICE =
      List.of(
          "OfficeDeviceEntity",
          "OfficeInviteEntity",
          "OfficeAccountEntity",
          "OfficeOfferEntity",
          "OfficeManagerEntity",
          "OfficeStepEntity",
          "OfficeUseEntity",
          "OfficeImportEntity",
          "OfficeImportErrorEntity");

  private final EntityManager em;
  private final String realm;

  public JpaOffices(KeycloakSession session, RealmModel realm) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realm = realm.getId();
  }

  /** By name. */
  public List<Office> all() {
    return em
        .createQuery(
            "from OfficeEntity o where o.realmId = :realm order by o.name", OfficeEntity.class)
        .setParameter("realm", realm)
        .getResultList()
        .stream()
        .map(JpaOffices::office)
        .toList();
  }

  public Optional<Office> find(String id) {
    return row(id).map(JpaOffices::office);
  }

  /** Until this transaction ends, nobody else changes what the office as a whole has. */
  public void lock(String id) {
    em.find(OfficeEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  public Optional<Office> named(String name) {
    return all().stream().filter(office -> office.name().equalsIgnoreCase(name)).findFirst();
  }

  public void add(Office office, Instant now) {
    OfficeEntity row = new OfficeEntity();
    row.id = office.id();
    row.realmId = realm;
    row.createdAt = now.toEpochMilli();
    write(office, row);
    em.persist(row);
    em.flush();
  }

  public void change(Office office) {
    row(office.id()).ifPresent(row -> write(office, row));
  }

  /** With its devices, accounts and log; the accounts' credentials are the caller's to remove. */
  public void remove(String id) {
    if (row(id).isPresent()) {
      OF_AN_OFFICE.forEach(
          entity ->
              em.createQuery("delete from " + entity + " e where e.officeId = :office")
                  .setParameter("office", id)
                  .executeUpdate());
      row(id).ifPresent(em::remove);
    }
  }

  public List<String> managers(String office) {
    return em.createQuery(
            "select m.userId from OfficeManagerEntity m"
                + " where m.officeId = :office and m.realmId = :realm",
            String.class)
        .setParameter("office", office)
        .setParameter("realm", realm)
        .getResultList();
  }

  /** The offices that a user looks after, by name. */
  public List<Office> managedBy(String user) {
    return em
        .createQuery(
            "select o from OfficeEntity o, OfficeManagerEntity m"
                + " where m.officeId = o.id and m.userId = :user and o.realmId = :realm"
                + " order by o.name",
            OfficeEntity.class)
        .setParameter("user", user)
        .setParameter("realm", realm)
        .getResultList()
        .stream()
        .map(JpaOffices::office)
        .toList();
  }

  /** False if they looked after it already. */
  public boolean addManager(String office, String user) {
    if (em.find(OfficeManagerEntity.class, new OfficeUserKey(user, office)) != null) {
      return false;
    }
    OfficeManagerEntity row = new OfficeManagerEntity();
    row.userId = user;
    row.officeId = office;
    row.realmId = realm;
    em.persist(row);
    return true;
  }

  /** False if they did not look after it. */
  public boolean removeManager(String office, String user) {
    OfficeManagerEntity row = em.find(OfficeManagerEntity.class, new OfficeUserKey(user, office));
    if (row != null) {
      em.remove(row);
    }
    return row != null;
  }

  private Optional<OfficeEntity> row(String id) {
    return Optional.ofNullable(em.find(OfficeEntity.class, id))
        .filter(row -> row.realmId.equals(realm));
  }

  private static void write(Office office, OfficeEntity row) {
    row.name = office.name();
    row.ownFactors = office.options().ownFactors();
    row.strict = office.options().strict();
    row.shared = office.options().shared();
    row.endSessions = office.options().endSessions();
    row.organization = office.options().organization().orElse(null);
  }

  static Office office(OfficeEntity row) {
    return new Office(
        row.id,
        row.name,
        new OfficeOptions(
            row.ownFactors,
            row.strict,
            row.shared,
            row.endSessions,
            Optional.ofNullable(row.organization)));
  }
}
