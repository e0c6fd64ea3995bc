package dev.twostep.keycloak.device;

import dev.twostep.keycloak.policy.TwostepRealms;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Keeps the lists clean: what ends a trust does so by itself, whoever hears of it. */
final class DeviceEvents implements EventListenerProvider {

  private static final Logger LOG = Logger.getLogger(DeviceEvents.class);

  private static final Set<EventType> CHANGES =
      Set.of(EventType.UPDATE_CREDENTIAL, EventType.REMOVE_CREDENTIAL, EventType.RESET_PASSWORD);

  private static final Pattern OF_A_USER =
      Pattern.compile("users/([^/]+)/(reset-password|credentials.*|disable-credential-types)");

  private final KeycloakSession session;

  DeviceEvents(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public void onEvent(Event event) {
    if (CHANGES.contains(event.getType()) && event.getError() == null) {
      Map<String, String> details = event.getDetails() == null ? Map.of() : event.getDetails();
      clean(
          event.getRealmId(),
          event.getUserId(),
          PasswordCredentialModel.TYPE.equals(details.get(Details.CREDENTIAL_TYPE)));
    }
  }

  @Override
  public void onEvent(AdminEvent event, boolean includeRepresentation) {
    String path = event.getResourcePath();
    Matcher user = OF_A_USER.matcher(path == null ? "" : path);
    if (user.matches() && event.getError() == null) {
      clean(event.getRealmId(), user.group(1), user.group(2).equals("reset-password"));
    }
  }

  /**
   * @param password a new one, which for a user of a directory is no stored credential
   */
  private void clean(@Nullable String realmId, @Nullable String userId, boolean password) {
    RealmModel realm = session.getContext().getRealm();
    if (realm == null || userId == null || !realm.getId().equals(realmId)) {
      return;
    }
    UserModel user =
        TwostepRealms.isSetUp(realm) ? session.users().getUserById(realm, userId) : null;
    if (user == null) {
      return;
    }
    try {
      DeviceList devices = new DeviceList(session, realm, user);
      if (password && user.isFederated()) {
        devices.forgetAll();
      } else {
        devices.forgetDead();
      }
    } catch (RuntimeException e) {
      // The trusts are dead all the same.
      LOG.errorf(e, "realm %s: dead devices of user %s stay listed", realm.getName(), userId);
    }
  }

  @Override
  public void close() {}
}
