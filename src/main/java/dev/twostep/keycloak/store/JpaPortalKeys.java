package dev.twostep.keycloak.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** With which keys portals' keys are locked. */
public final class JpaPortalKeys {

  /** Portals, and keys on their way to one. */
  private static final List<String> LOCKED = List.of("PortalEntity", "PortalIntakeEntity");

  private final EntityManager em;
  private final Optional<String> realm;

  /**
   * @param realm all of them if empty
   */
  public JpaPortalKeys(KeycloakSession session, Optional<String> realm) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realm = realm;
  }

  /** How many rows each key has locked. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    for (String entity : LOCKED) {
      narrowed(
              "select e.keyId, count(e) from %s e where e.secret is not null",
              entity, " group by e.keyId", Object[].class)
          .getResultStream()
          .forEach(row -> counts.merge((String) row[0], (Long) row[1], Long::sum));
    }
    return counts;
  }

  private <T> TypedQuery<T> narrowed(String what, String entity, String order, Class<T> type) {
    String where = realm.isPresent() ? " and e.realmId = :realm" : "";
    TypedQuery<T> query = em.createQuery(what.replace("%s", entity) + where + order, type);
    realm.ifPresent(id -> query.setParameter("realm", id));
    return query;
  }
}
