package dev.twostep.keycloak.store;

import dev.twostep.domain.portal.PortalState;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Portals of all users of a realm, as robots may see them. */
public final class JpaLeasedPortals {

  /**
   * One of them.
   *
   * @param entry of the catalogue, if it is one
   * @param link to its owner's page, as the owner came there
   */
  public record Seen(
      String id,
      String owner,
      String name,
      Optional<String> entry,
      PortalState state,
      Optional<String> link) {}

  private final EntityManager em;
  private final String realm;

  public JpaLeasedPortals(KeycloakSession session, RealmModel realm) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realm = realm.getId();
  }

  /** Read anew: whoever settles leases writes beside the session. */
  public Optional<Seen> find(String id) {
    return em.createQuery(
            "from PortalEntity p where p.id = :id and p.realmId = :realm", PortalEntity.class)
        .setParameter("id", id)
        .setParameter("realm", realm)
        .getResultStream()
        .findFirst()
        .map(JpaLeasedPortals::seen);
  }

  /** By name. */
  public List<Seen> of(String owner) {
    return em.createQuery(
            "from PortalEntity p where p.userId = :owner and p.realmId = :realm order by p.name",
            PortalEntity.class)
        .setParameter("owner", owner)
        .setParameter("realm", realm)
        .getResultStream()
        .map(JpaLeasedPortals::seen)
        .toList();
  }

  private static Seen seen(PortalEntity row) {
    return new Seen(
        row.id,
        row.userId,
        row.name,
        Optional.ofNullable(row.entry),
        PortalState.of(row.state),
        Optional.ofNullable(row.link));
  }
}
