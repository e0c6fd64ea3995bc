package dev.twostep.keycloak.robot;

import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Writes down as events of the owner what robots do for them; never a code or a key. */
record PortalEvents(KeycloakSession session, RealmModel realm, Robot robot) {

  /** Details of events, read by customers' own tools. */
  static final String ACT = "twostep_portal_act";

  static final String PORTAL = "twostep_portal";
  static final String JOB = "twostep_portal_job";
  static final String STEP = "twostep_portal_step";
  static final String LEASE = "twostep_portal_lease";

  /** An event of that act, to be sent with success or an error. */
  EventBuilder of(String act, String owner, String portal) {
    return new EventBuilder(realm, session, session.getContext().getConnection())
        .event(EventType.CUSTOM_REQUIRED_ACTION)
        .client(robot.client())
        .user(owner)
        .detail(ACT, act)
        .detail(PORTAL, portal);
  }
}
