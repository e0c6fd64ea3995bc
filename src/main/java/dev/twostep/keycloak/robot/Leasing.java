package dev.twostep.keycloak.robot;

import dev.twostep.application.portal.Leases.Job;
import dev.twostep.domain.portal.LeaseOutcome;
import dev.twostep.domain.portal.LeasePlan.Slot;
import dev.twostep.domain.portal.PortalState;
import dev.twostep.keycloak.store.JpaLeasedPortals;
import dev.twostep.keycloak.store.JpaLeasedPortals.Seen;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** One robot asks for one code. */
final class Leasing {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Robot robot;
  private final Twostep twostep;

  Leasing(KeycloakSession session, RealmModel realm, Robot robot) {
    this.session = session;
    this.realm = realm;
    this.robot = robot;
    this.twostep = Twostep.of(session);
  }

  Response lease(String portal, String job) {
    Optional<Seen> seen = new JpaLeasedPortals(session, realm).find(portal);
    UserModel owner = new Grounds(session, realm, robot).owner(seen).orElseThrow(Refusal::notFound);
    checkHours();
    checkOwner(owner, portal);
    checkClock();
    LeaseOutcome outcome =
        twostep.robotDesk().lease().lease(portal, new Job(robot.client().getId(), job));
    return answer(outcome, new Asked(portal, owner.getId(), job));
  }

  private record Asked(String portal, String owner, String job) {}

  private void checkHours() {
    if (!robot.rules().limits().isOpen(twostep.clock().instant())) {
      throw Refusal.of(Status.FORBIDDEN, "hours", "This robot may not ask at this hour.");
    }
  }

  private void checkOwner(UserModel owner, String portal) {
    if (!owner.isEnabled()) {
      // Stored by itself: the refusal takes back whatever else this request wrote.
      events().of("lease", owner.getId(), portal).storeImmediately(true).error("user_disabled");
      throw Refusal.of(
          Status.CONFLICT, "owner-disabled", "The portal's owner is disabled: no codes of theirs.");
    }
  }

  private void checkClock() {
    if (!twostep.robotDesk().clock().isRight()) {
      alert(
          "portal-clock",
          "the clock of a server differs from the database's by more than 5 s: robots get no codes"
              + " from it; check its time synchronization");
      throw Refusal.of(
          Status.SERVICE_UNAVAILABLE,
          "clock",
          "This server's clock is wrong: codes would be, too.");
    }
  }

  private Response answer(LeaseOutcome outcome, Asked asked) {
    if (outcome instanceof LeaseOutcome.Handed handed) {
      return handed(handed, asked);
    }
    if (outcome instanceof LeaseOutcome.Reserved reserved) {
      return reserved(reserved.slot());
    }
    if (outcome instanceof LeaseOutcome.Crowded crowded) {
      throw Refusal.tooMany("Too many jobs wait for this portal.", crowded.retry());
    }
    if (outcome instanceof LeaseOutcome.Stopped stopped) {
      throw Refusal.of(Status.CONFLICT, word(stopped.state()), sentence(stopped.state()));
    }
    if (outcome instanceof LeaseOutcome.KeyMissing) {
      throw keyMissing();
    }
    throw Refusal.notFound();
  }

  private Response handed(LeaseOutcome.Handed handed, Asked asked) {
    if (handed.first()) {
      events()
          .of("lease", asked.owner(), asked.portal())
          .detail(RobotEvents.JOB, asked.job())
          .detail(RobotEvents.STEP, Long.toString(handed.lease().step()))
          .detail(RobotEvents.LEASE, handed.lease().id())
          .success();
    }
    Instant now = twostep.clock().instant();
    return Response.ok(
            Map.of(
                "code", handed.code(),
                "secondsLeft", handed.slot().left(now).toSeconds(),
                "step", handed.lease().step(),
                "lease", handed.lease().id()))
        .header("Cache-Control", "no-store")
        .build();
  }

  private Response reserved(Slot slot) {
    Duration wait = slot.waiting(twostep.clock().instant());
    return Response.status(Status.ACCEPTED)
        .entity(Map.of("step", slot.step(), "waitSeconds", Refusal.seconds(wait)))
        .header("Retry-After", Refusal.seconds(wait))
        .header("Cache-Control", "no-store")
        .build();
  }

  private RuntimeException keyMissing() {
    alert(
        "portal-key",
        "the key that a portal's secret is locked with is not among this server's: put it back into"
            + " portal-read-keys; nothing is lost");
    return Refusal.of(
        Status.SERVICE_UNAVAILABLE,
        "key-missing",
        "This server cannot unlock the portal's key; its administrators are told.");
  }

  private static String word(PortalState state) {
    return switch (state) {
      case REFUSED -> "suspended";
      case PAUSED -> "paused";
      default -> "not-ready";
    };
  }

  private static String sentence(PortalState state) {
    return switch (state) {
      case REFUSED -> "The portal refused three codes in a row. Its owner has to look after it.";
      case PAUSED -> "Its owner paused the portal.";
      default -> "Its owner has not turned codes on for the portal.";
    };
  }

  private void alert(String code, String text) {
    twostep.limits().alerts().raise(realm.getId(), code, text);
  }

  private RobotEvents events() {
    return new RobotEvents(session, realm, robot);
  }
}
