package dev.twostep.keycloak.portal;

import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.TimeSteps;
import dev.twostep.domain.enrolment.ClockDrift;
import dev.twostep.domain.portal.Intake;
import dev.twostep.domain.portal.Portal;
import dev.twostep.keycloak.enrolment.AppKey;
import dev.twostep.keycloak.notice.PortalNews;
import dev.twostep.keycloak.store.JpaPortalIntakes;
import dev.twostep.keycloak.store.JpaPortals;
import dev.twostep.keycloak.store.JpaPortals.Proven;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Makes a pending key the portal's own, once its owner has shown that it is the portal's key. */
public final class KeyProof {

  /** One step early or late: somebody types while the code changes. */
  private static final int WINDOW = 1;

  private static final Duration FARTHEST_CLOCK = Duration.ofMinutes(10);

  /** What the portal would accept now. */
  public record Running(String code, long secondsLeft) {

    @Override
    public String toString() {
      return "Running[******]";
    }
  }

  private final KeycloakSession session;
  private final Portal portal;
  private final PortalVault.Owner owner;
  private final JpaPortals portals;
  private final JpaPortalIntakes intakes;
  private final PortalEvents events;

  public KeyProof(KeycloakSession session, RealmModel realm, UserModel user, Portal portal) {
    this.session = session;
    this.portal = portal;
    this.owner = new PortalVault.Owner(realm.getId(), user.getId(), portal.id());
    this.portals = new JpaPortals(session, realm, user);
    this.intakes = new JpaPortalIntakes(session, realm);
    this.events = new PortalEvents(session, realm, user);
  }

  /** To be typed into the portal. */
  public Running running(AppKey key) {
    TimeSteps steps = key.steps(WINDOW);
    long period = steps.period().toSeconds();
    long second = now().getEpochSecond();
    return new Running(
        steps.codeAt(Math.floorDiv(second, period)).digits(),
        period - Math.floorMod(second, period));
  }

  /** The code that the owner's own app shows; counted first, so that no race guesses for free. */
  public PortalSaid typed(Intake intake, AppKey key, Answer answer) {
    if (answer.isEmpty()) {
      return new PortalSaid("code-missing");
    }
    if (!intakes.countCode(intake.id())) {
      return new PortalSaid("over");
    }
    TimeSteps steps = key.steps(WINDOW);
    OptionalLong step = steps.stepOf(answer, now(), Long.MIN_VALUE);
    return step.isPresent()
        ? activate(intake, key, step.getAsLong())
        : wrong(intake, steps.driftOf(answer, now(), FARTHEST_CLOCK).map(ClockDrift::of));
  }

  /** The portal accepted what the page showed: no code shown so far is ever handed out. */
  public PortalSaid accepted(Intake intake, AppKey key) {
    return activate(intake, key, Math.floorDiv(now().getEpochSecond(), (long) key.period()));
  }

  private PortalSaid wrong(Intake intake, Optional<ClockDrift> drift) {
    events.of("key-proven", portal).error(Errors.INVALID_USER_CREDENTIALS);
    if (intake.tries() + 1 >= Intake.MOST_WRONG) {
      intakes.drop(intake.id());
      return new PortalSaid("ended");
    }
    return new PortalSaid(
        drift.map(off -> off.isFast() ? "clock-fast" : "clock-slow").orElse("code-wrong"));
  }

  private PortalSaid activate(Intake intake, AppKey key, long step) {
    Optional<PortalVault> vault = PortalVaults.of(session);
    if (vault.isEmpty()) {
      return new PortalSaid("locked");
    }
    // Only one of two windows ends the intake, and nothing counts if the portal is gone.
    if (!portals.lock(portal.id()) || !intakes.drop(intake.id())) {
      return new PortalSaid("over");
    }
    long spent = new SpentSteps(vault.get(), owner, portals).of(key, step, now());
    Proven proven =
        new Proven(vault.get().lock(key, owner), key.period(), spent, PortalNews.link(session));
    if (!portals.activate(portal.id(), proven, now())) {
      return new PortalSaid("over");
    }
    events.done("codes-on", portal);
    return new PortalSaid("active");
  }

  private Instant now() {
    return Twostep.of(session).clock().instant();
  }
}
