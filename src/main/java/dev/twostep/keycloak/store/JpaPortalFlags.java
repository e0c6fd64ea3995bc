package dev.twostep.keycloak.store;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Portals of all realms whose keys were proven, and of which nobody has heard since. */
public final class JpaPortalFlags {

  private static final int BATCH = 500;

  /** One of them. */
  public record Silent(String id, String realm, String owner, String name, String link) {}

  private final EntityManager em;

  public JpaPortalFlags(KeycloakSession session) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  /** Proven or resumed before then, and not flagged yet; not all at once if they are many. */
  public List<Silent> silentSince(Instant before) {
    return em.createQuery(
            "from PortalEntity p where p.state = 'active' and p.acceptedAt is null"
                + " and p.flaggedAt is null and coalesce(p.resumedAt, p.activatedAt) < :before order by p.activatedAt",
            PortalEntity.class)
        .setParameter("before", before.toEpochMilli())
        .setMaxResults(BATCH)
        .getResultStream()
        .map(
            row ->
                new Silent(
                    row.id,
                    row.realmId,
                    row.userId,
                    row.name,
                    Objects.requireNonNullElse(row.link, "")))
        .toList();
  }

  /** Whether this node is the first to flag it. */
  public boolean flag(String portal, Instant now) {
    return em.createQuery(
                "update PortalEntity p set p.flaggedAt = :now where p.id = :id"
                    + " and p.flaggedAt is null and p.acceptedAt is null")
            .setParameter("now", now.toEpochMilli())
            .setParameter("id", portal)
            .executeUpdate()
        == 1;
  }
}
