package dev.twostep.keycloak.store;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What the robots of one realm may ask for, as JSON, with the session's transaction. */
public final class JpaPortalRobots {

  /** One robot, by the id of its client. */
  public record Robot(String client, String rules, Instant changedAt) {}

  private final EntityManager em;
  private final String realm;

  public JpaPortalRobots(KeycloakSession session, RealmModel realm) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realm = realm.getId();
  }

  public List<Robot> all() {
    return em.createQuery(
            "from PortalRobotEntity r where r.realmId = :realm order by r.clientId",
            PortalRobotEntity.class)
        .setParameter("realm", realm)
        .getResultStream()
        .map(JpaPortalRobots::robot)
        .toList();
  }

  public Optional<Robot> find(String client) {
    return row(client).map(JpaPortalRobots::robot);
  }

  /** Instead of whatever it had. */
  public void put(Robot robot) {
    PortalRobotEntity row = row(robot.client()).orElseGet(PortalRobotEntity::new);
    row.clientId = robot.client();
    row.realmId = realm;
    row.rules = robot.rules();
    row.changedAt = robot.changedAt().toEpochMilli();
    em.persist(row);
  }

  /** Whether there was anything to take away. */
  public boolean remove(String client) {
    Optional<PortalRobotEntity> row = row(client);
    row.ifPresent(em::remove);
    return row.isPresent();
  }

  private Optional<PortalRobotEntity> row(String client) {
    return Optional.ofNullable(em.find(PortalRobotEntity.class, client))
        .filter(row -> row.realmId.equals(realm));
  }

  private static Robot robot(PortalRobotEntity row) {
    return new Robot(row.clientId, row.rules, Instant.ofEpochMilli(row.changedAt));
  }
}
