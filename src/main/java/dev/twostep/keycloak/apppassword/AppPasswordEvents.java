package dev.twostep.keycloak.apppassword;

import dev.twostep.keycloak.policy.TwostepRealms;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Follows Keycloak's own pages and REST, by which app passwords are removed and passwords change.
 * None of it is needed for a dead one to be refused: it keeps lists clean and ends sessions.
 */
final class AppPasswordEvents implements EventListenerProvider {

  private static final Set<EventType> OF_CREDENTIALS =
      Set.of(EventType.UPDATE_CREDENTIAL, EventType.REMOVE_CREDENTIAL);

  private static final Set<String> OURS =
      Set.of(StoredAppPassword.TYPE, PasswordCredentialModel.TYPE);

  private static final Pattern USER = Pattern.compile("^users/([^/]+)(/.*)?$");

  private final KeycloakSession session;

  AppPasswordEvents(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public void onEvent(Event event) {
    if (event.getError() != null || !OF_CREDENTIALS.contains(event.getType())) {
      return;
    }
    Map<String, String> details = event.getDetails() == null ? Map.of() : event.getDetails();
    String type = details.getOrDefault(Details.CREDENTIAL_TYPE, "");
    if (OURS.contains(type)) {
      boolean updated = event.getType() == EventType.UPDATE_CREDENTIAL;
      tidy(
          event.getRealmId(),
          event.getUserId(),
          updated && type.equals(PasswordCredentialModel.TYPE));
    }
  }

  @Override
  public void onEvent(AdminEvent event, boolean includeRepresentation) {
    boolean ofUser = event.getResourceType() == ResourceType.USER && event.getError() == null;
    if (ofUser && event.getOperationType() != OperationType.CREATE) {
      Matcher path = USER.matcher(Optional.ofNullable(event.getResourcePath()).orElse(""));
      if (path.matches()) {
        boolean reset = "/reset-password".equals(path.group(2));
        tidy(event.getRealmId(), path.group(1), reset);
      }
    }
  }

  private void tidy(@Nullable String realmId, @Nullable String userId, boolean otherPassword) {
    RealmModel realm = session.getContext().getRealm();
    boolean here = realm != null && userId != null && realm.getId().equals(realmId);
    if (here && TwostepRealms.isSetUp(realm)) {
      UserModel user = session.users().getUserById(realm, userId);
      if (user != null) {
        new AppPasswordRevoking(session, realm, user).tidy(otherPassword);
      }
    }
  }

  @Override
  public void close() {}
}
