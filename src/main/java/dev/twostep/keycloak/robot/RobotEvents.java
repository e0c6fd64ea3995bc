package dev.twostep.keycloak.robot;

import dev.twostep.keycloak.portal.PortalEvents;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Writes down as events of the owner what robots do for them; never a code or a key. */
record RobotEvents(KeycloakSession session, RealmModel realm, Robot robot) {

  /** Details of events, read by customers' own tools, beside those of what owners do. */
  static final String JOB = "twostep_portal_job";

  static final String STEP = "twostep_portal_step";
  static final String LEASE = "twostep_portal_lease";

  /** An event of that act, to be sent with success or an error. */
  EventBuilder of(String act, String owner, String portal) {
    return new EventBuilder(realm, session, session.getContext().getConnection())
        .event(EventType.CUSTOM_REQUIRED_ACTION)
        .client(robot.client())
        .user(owner)
        .detail(PortalEvents.CHANGE, act)
        .detail(PortalEvents.PORTAL, portal);
  }
}
