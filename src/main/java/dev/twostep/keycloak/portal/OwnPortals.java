package dev.twostep.keycloak.portal;

import dev.twostep.application.challenge.Account;
import dev.twostep.domain.factor.FactorName;
import dev.twostep.domain.portal.KnownPortal;
import dev.twostep.domain.portal.Portal;
import dev.twostep.domain.portal.PortalName;
import dev.twostep.keycloak.store.AccountLock;
import dev.twostep.keycloak.store.JpaPortals;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The list of one user's portals, as its owner changes it; each change is an event. */
public final class OwnPortals {

  /** What was said to that, and the new one's id if there is one. */
  public record Added(PortalSaid said, Optional<String> portal) {

    static Added not(PortalSaid why) {
      return new Added(why, Optional.empty());
    }
  }

  private final KeycloakSession session;
  private final RealmModel realm;
  private final UserModel user;
  private final JpaPortals portals;
  private final PortalEvents events;

  public OwnPortals(KeycloakSession session, RealmModel realm, UserModel user) {
    this.session = session;
    this.realm = realm;
    this.user = user;
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
  public Added add(KnownPortal entry, String name) {
    return alone(
        list ->
            added(
                list,
                PortalName.free(name, taken -> isTaken(list, "", taken)),
                Optional.of(entry)));
  }

  /** One that the catalogue does not have. */
  public Added add(String typed) {
    return alone(
        list ->
            refused(list, "", typed)
                .map(Added::not)
                .orElseGet(() -> added(list, PortalName.trimmed(typed), Optional.empty())));
  }

  private Added added(JpaPortals list, String name, Optional<KnownPortal> entry) {
    return list.all().size() >= Portal.MOST
        ? Added.not(new PortalSaid("full"))
        : new Added(new PortalSaid("added"), Optional.of(list.add(name, entry, now())));
  }

  /** Of two names at the same moment the second is compared with the first. */
  private Added alone(Function<JpaPortals, Added> add) {
    Added added = locked(add);
    added.portal().flatMap(portals::find).ifPresent(made -> events.done("added", made));
    return added;
  }

  private <T> T locked(Function<JpaPortals, T> work) {
    return new AccountLock(
            session.getKeycloakSessionFactory(), new Account(realm.getId(), user.getId()))
        .hold(own -> work.apply(new JpaPortals(own, realm, user)));
  }

  public PortalSaid rename(Portal portal, String typed) {
    return locked(list -> refused(list, portal.id(), typed).or(() -> renamed(list, portal, typed)))
        .orElseGet(() -> told(true, "renamed", portal));
  }

  /** Empty if it worked. */
  private static Optional<PortalSaid> renamed(JpaPortals list, Portal portal, String typed) {
    return list.rename(portal.id(), PortalName.trimmed(typed))
        ? Optional.empty()
        : Optional.of(new PortalSaid("over"));
  }

  public PortalSaid pause(Portal portal) {
    return told(portals.pause(portal.id()), "paused", portal);
  }

  public PortalSaid resume(Portal portal) {
    return told(
        portal.canResume() && portals.resume(portal.id(), portal.state(), now()),
        "resumed",
        portal);
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

  private static Optional<PortalSaid> refused(JpaPortals list, String id, String typed) {
    Optional<FactorName.Flaw> flaw = PortalName.flaw(typed);
    if (flaw.isPresent()) {
      return flaw.map(why -> new PortalSaid("name-" + why.word()));
    }
    return isTaken(list, id, PortalName.trimmed(typed))
        ? Optional.of(new PortalSaid("name-taken"))
        : Optional.empty();
  }

  private Instant now() {
    return Twostep.of(session).clock().instant();
  }

  private static boolean isTaken(JpaPortals list, String id, String name) {
    return list.all().stream()
        .anyMatch(other -> !other.id().equals(id) && other.name().equalsIgnoreCase(name));
  }
}
