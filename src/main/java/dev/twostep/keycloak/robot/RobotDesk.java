package dev.twostep.keycloak.robot;

import dev.twostep.application.portal.LeaseCode;
import dev.twostep.application.portal.ReportCode;

/** What robots are served with, the same for all requests of a server. */
public record RobotDesk(LeaseCode lease, ReportCode report, ClockCheck clock, Paces paces) {}
