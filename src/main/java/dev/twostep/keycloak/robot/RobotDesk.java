package dev.twostep.keycloak.robot;

import dev.twostep.application.portal.LeaseCode;
import dev.twostep.application.portal.Leases;
import dev.twostep.application.portal.ReportCode;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/** What robots are served with, the same for all requests of a server. */
public record RobotDesk(LeaseCode lease, ReportCode report, ClockCheck clock, Passage passage) {

  /** What one node counts of those who come. */
  record Passage(Paces paces, Gate gate, Marks marks) {}

  /**
   * On a node that nobody asked yet.
   *
   * @param database what its clock shows
   */
  public static RobotDesk of(Clock clock, Leases leases, Supplier<Instant> database) {
    return new RobotDesk(
        new LeaseCode(leases, clock),
        new ReportCode(leases, clock),
        new ClockCheck(clock, database),
        new Passage(new Paces(), Gate.ofNode(), new Marks()));
  }

  Paces paces() {
    return passage.paces();
  }

  Gate gate() {
    return passage.gate();
  }

  Marks marks() {
    return passage.marks();
  }
}
