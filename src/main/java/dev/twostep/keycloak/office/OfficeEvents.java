package dev.twostep.keycloak.office;

import dev.twostep.domain.office.Office;
import dev.twostep.domain.office.OfficeDevice;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Writes down as user events who changed what of an office; never a secret or a link. */
public final class OfficeEvents {

  /** Details of events, read by customers' own tools. */
  public static final String OFFICE = "twostep_office";

  public static final String DEVICE = "twostep_office_device";
  public static final String DEVICE_LABEL = "twostep_office_device_label";
  public static final String CHANGE = "twostep_office_change";

  /** The id of the user. */
  public static final String ACCOUNT = "twostep_office_account";

  /** As it was typed: whether there is such a user, the event does not say. */
  public static final String ACCOUNT_NAME = "twostep_office_account_name";

  /** How many ended. */
  public static final String SESSIONS = "twostep_office_sessions";

  private final KeycloakSession session;
  private final RealmModel realm;

  public OfficeEvents(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /** An event of that change, to be sent with success or an error. */
  public EventBuilder of(String change, Office office) {
    return new EventBuilder(realm, session, session.getContext().getConnection())
        .event(EventType.CUSTOM_REQUIRED_ACTION)
        .detail(CHANGE, change)
        .detail(OFFICE, office.id());
  }

  public EventBuilder of(String change, Office office, OfficeDevice device) {
    return of(change, office).detail(DEVICE, device.id()).detail(DEVICE_LABEL, device.label());
  }
}
