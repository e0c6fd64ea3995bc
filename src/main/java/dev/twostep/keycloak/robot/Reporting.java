package dev.twostep.keycloak.robot;

import dev.twostep.application.portal.Leases.Job;
import dev.twostep.application.portal.ReportCode.Report;
import dev.twostep.domain.portal.Lease;
import dev.twostep.domain.portal.ReportOutcome;
import dev.twostep.keycloak.notice.PortalNews;
import dev.twostep.keycloak.store.JpaLeasedPortals;
import dev.twostep.keycloak.store.JpaLeasedPortals.Seen;
import dev.twostep.keycloak.wiring.Twostep;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** One robot says what a portal said to a code. */
final class Reporting {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Robot robot;

  Reporting(KeycloakSession session, RealmModel realm, Robot robot) {
    this.session = session;
    this.realm = realm;
    this.robot = robot;
  }

  /** Also at hours at which it may not ask: what it says is of a code that it has. */
  Response report(String portal, String job, Report report) {
    Optional<Seen> seen = new JpaLeasedPortals(session, realm).find(portal);
    if (new Grounds(session, realm, robot).owner(seen).isEmpty()) {
      throw Refusal.notFound();
    }
    ReportOutcome outcome =
        Twostep.of(session)
            .robotDesk()
            .report()
            .report(portal, new Job(robot.client().getId(), job), believed(report));
    if (outcome instanceof ReportOutcome.Taken taken) {
      taken(taken, seen.orElseThrow(), job);
      return answer(taken.lease());
    }
    if (outcome instanceof ReportOutcome.Repeated repeated) {
      return answer(repeated.lease());
    }
    if (outcome instanceof ReportOutcome.Contradicted) {
      throw Refusal.of(
          Status.CONFLICT, "reported", "This job has reported the opposite of this code before.");
    }
    throw Refusal.of(Status.NOT_FOUND, "no-lease", "This job has no code of this portal.");
  }

  /** A portal's clock is learnt by ours: one that is wrong would spoil it for all nodes. */
  private Report believed(Report report) {
    boolean right =
        report.portalTime().isEmpty() || Twostep.of(session).robotDesk().clock().isRight();
    return right ? report : report.timeless();
  }

  private void taken(ReportOutcome.Taken taken, Seen portal, String job) {
    RobotEvents events = new RobotEvents(session, realm, robot);
    events
        .of(taken.lease().state().word(), portal.owner(), portal.id())
        .detail(RobotEvents.JOB, job)
        .detail(RobotEvents.STEP, Long.toString(taken.lease().step()))
        .detail(RobotEvents.LEASE, taken.lease().id())
        .success();
    if (taken.stopped()) {
      events.of("suspended", portal.owner(), portal.id()).success();
      new PortalNews(session)
          .tell(PortalNews.What.SUSPENDED, portal.owner(), portal.name(), portal.link().orElse(""));
    }
  }

  private static Response answer(Lease lease) {
    return Response.ok(Map.of("lease", lease.id(), "outcome", lease.state().word()))
        .header("Cache-Control", "no-store")
        .build();
  }
}
