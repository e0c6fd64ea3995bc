package dev.twostep.keycloak.portal;

import dev.twostep.domain.portal.Portal;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Writes down as user events what became of a portal; never a key, a code or a link. */
public final class PortalEvents {

  /** Details of events, read by customers' own tools. */
  public static final String PORTAL = "twostep_portal";

  public static final String NAME = "twostep_portal_name";
  public static final String CHANGE = "twostep_portal_change";

  private final KeycloakSession session;
  private final RealmModel realm;
  private final UserModel user;

  public PortalEvents(KeycloakSession session, RealmModel realm, UserModel user) {
    this.session = session;
    this.realm = realm;
    this.user = user;
  }

  /** That change was made. */
  public void done(String change, Portal portal) {
    of(change, portal).success();
  }

  /** An event of that change, to be sent with success or an error. */
  public EventBuilder of(String change, Portal portal) {
    return new EventBuilder(realm, session, session.getContext().getConnection())
        .event(EventType.CUSTOM_REQUIRED_ACTION)
        .user(user)
        .detail(CHANGE, change)
        .detail(PORTAL, portal.id())
        .detail(NAME, portal.name());
  }
}
