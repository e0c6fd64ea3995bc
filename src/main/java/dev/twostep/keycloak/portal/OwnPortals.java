package dev.twostep.keycloak.portal;

import dev.twostep.domain.factor.FactorName;
import dev.twostep.domain.portal.KnownPortal;
import dev.twostep.domain.portal.Portal;
import dev.twostep.domain.portal.PortalName;
import dev.twostep.keycloak.store.JpaPortals;
import dev.twostep.keycloak.wiring.Twostep;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The list of one user's portals, as its owner changes it; each change is an event. */
public final class OwnPortals {

  private final KeycloakSession session;
  private final JpaPortals portals;
  private final PortalEvents events;

  public OwnPortals(KeycloakSession session, RealmModel realm, UserModel user) {
    this.session = session;
    this.portals = new JpaPortals(session, realm, user);
    this.events = new PortalEvents(session, realm, user);
  }

  public List<Portal> all() {
    return portals.all();
  }

  public Optional<Portal> find(String id) {
    return portals.find(id);
  }

  /**
   * From the catalogue, a second time as well: somebody may have two accounts there.
   *
   * @param name in the owner's language
   */
  public PortalSaid add(KnownPortal entry, String name) {
    return add(PortalName.free(name, taken -> isTaken("", taken)), Optional.of(entry));
  }

  /** One that the catalogue does not have. */
  public PortalSaid add(String typed) {
    return refused("", typed).orElseGet(() -> add(PortalName.trimmed(typed), Optional.empty()));
  }

  private PortalSaid add(String name, Optional<KnownPortal> entry) {
    if (portals.all().size() >= Portal.MOST) {
      return new PortalSaid("full");
    }
    String id = portals.add(name, entry, Twostep.of(session).clock().instant());
    portals.find(id).ifPresent(added -> events.done("added", added));
    return new PortalSaid("added");
  }

  public PortalSaid rename(Portal portal, String typed) {
    return refused(portal.id(), typed)
        .orElseGet(
            () -> {
              portals.rename(portal.id(), PortalName.trimmed(typed));
              events.done("renamed", portal);
              return new PortalSaid("renamed");
            });
  }

  public PortalSaid pause(Portal portal) {
    return told(portals.pause(portal.id()), "paused", portal);
  }

  public PortalSaid resume(Portal portal) {
    return told(
        portal.canResume() && portals.resume(portal.id(), portal.state()), "resumed", portal);
  }

  public PortalSaid remove(Portal portal) {
    return told(portals.remove(portal.id()), "removed", portal);
  }

  /** Another window may have been faster. */
  private PortalSaid told(boolean done, String change, Portal portal) {
    if (done) {
      events.done(change, portal);
    }
    return new PortalSaid(done ? change : "over");
  }

  private Optional<PortalSaid> refused(String id, String typed) {
    Optional<FactorName.Flaw> flaw = PortalName.flaw(typed);
    if (flaw.isPresent()) {
      return flaw.map(why -> new PortalSaid("name-" + why.word()));
    }
    return isTaken(id, PortalName.trimmed(typed))
        ? Optional.of(new PortalSaid("name-taken"))
        : Optional.empty();
  }

  private boolean isTaken(String id, String name) {
    return portals.all().stream()
        .anyMatch(other -> !other.id().equals(id) && other.name().equalsIgnoreCase(name));
  }
}
