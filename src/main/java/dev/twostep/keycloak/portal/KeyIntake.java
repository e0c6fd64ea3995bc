package dev.twostep.keycloak.portal;

import dev.twostep.application.portal.PhotographedKey;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.portal.Intake;
import dev.twostep.domain.portal.Intake.State;
import dev.twostep.domain.portal.KeyPath;
import dev.twostep.domain.portal.KeyWay;
import dev.twostep.domain.portal.Portal;
import dev.twostep.domain.portal.TwoWords;
import dev.twostep.keycloak.delivery.PhoneLink;
import dev.twostep.keycloak.enrolment.AppKey;
import dev.twostep.keycloak.store.JpaPortalIntakes;
import dev.twostep.keycloak.store.JpaPortalIntakes.Came;
import dev.twostep.keycloak.store.JpaPortals;
import dev.twostep.keycloak.wiring.Twostep;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * How a key comes to one portal of a user, until it is proven; the present key goes on till then.
 */
public final class KeyIntake {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeycloakSession session;
  private final Portal portal;
  private final PortalVault.Owner owner;
  private final JpaPortals portals;
  private final JpaPortalIntakes intakes;
  private final PortalEvents events;

  public KeyIntake(KeycloakSession session, RealmModel realm, UserModel user, Portal portal) {
    this.session = session;
    this.portal = portal;
    this.owner = new PortalVault.Owner(realm.getId(), user.getId(), portal.id());
    this.portals = new JpaPortals(session, realm, user);
    this.intakes = new JpaPortalIntakes(session, realm);
    this.events = new PortalEvents(session, realm, user);
  }

  /** The one that is under way. */
  public Optional<Intake> open() {
    return intakes
        .of(portal.id())
        .map(JpaPortalIntakes.Found::intake)
        .filter(intake -> intake.isOpenAt(now()));
  }

  /** A text message with the link is on its way to a phone. */
  public void sent(KeyPath path, ChallengeId challenge) {
    Intake intake = fresh(path, KeyWay.LINK, PhoneLink.LIFE);
    portals.lock(portal.id());
    PortalLinks links = Twostep.of(session).portalLinks().orElseThrow();
    intakes.open(intake, owner.user(), Optional.of(links.link(challenge, owner.user())));
    events.done("link-sent", portal);
  }

  /** What came in the owner's own browser. */
  public PortalSaid take(KeyPath path, KeyWay way, PhotographedKey came) {
    Optional<PortalVault> vault = PortalVaults.of(session);
    if (vault.isEmpty()) {
      return new PortalSaid("locked");
    }
    if (came.key().isEmpty()) {
      return new PortalSaid(came.flaw());
    }
    // Two that begin at the same moment would both find that there is none yet.
    if (!portals.lock(portal.id())) {
      return new PortalSaid("over");
    }
    Intake intake = fresh(path, way, Intake.WAITS);
    intakes.open(intake, owner.user(), Optional.empty());
    Came key = PendingKey.locked(vault.get(), owner, came.key().get());
    intakes.take(intake.id(), State.READY, key, intake.expires());
    events.done("key-came", portal);
    return new PortalSaid("came");
  }

  /** Whether a phone and this page showed the same words. */
  public PortalSaid words(Intake intake, boolean same) {
    if (!same) {
      return drop(intake, "different");
    }
    return new PortalSaid(intakes.same(intake.id()) ? "confirmed" : "over");
  }

  /** Its owner gives it up; a key that was to be replaced stays. */
  public PortalSaid drop(Intake intake) {
    return drop(intake, "dropped");
  }

  private PortalSaid drop(Intake intake, String why) {
    if (!intakes.drop(intake.id())) {
      return new PortalSaid("over");
    }
    events.done("key-" + why, portal);
    return new PortalSaid(why);
  }

  /** What the portal calls the key. */
  public String label() {
    return intakes.label(portal.id());
  }

  /** The key that waits for its proof; empty if its lock cannot be opened any more. */
  public Optional<AppKey> pending() {
    return PortalVaults.of(session)
        .flatMap(
            vault ->
                intakes.key(portal.id()).flatMap(locked -> vault.unlockPending(locked, owner)));
  }

  private Intake fresh(KeyPath path, KeyWay way, Duration life) {
    return new Intake(
        KeycloakModelUtils.generateId(),
        portal.id(),
        path,
        way,
        way == KeyWay.LINK ? State.SENT : State.STARTED,
        now().plus(life),
        0,
        way == KeyWay.LINK ? TwoWords.draw(RANDOM) : "",
        Optional.empty());
  }

  private Instant now() {
    return Twostep.of(session).clock().instant();
  }
}
