package dev.twostep.keycloak.office;

import dev.twostep.keycloak.policy.TwostepRealms;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Follows what happens elsewhere to the accounts of offices, and to the owners of devices. */
final class OfficeListener implements EventListenerProvider {

  private static final Logger LOG = Logger.getLogger(OfficeListener.class);

  private static final Pattern OF_A_USER =
      Pattern.compile("users/([^/]+)(/credentials.*|/disable-credential-types)?");

  private final KeycloakSession session;

  OfficeListener(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public void onEvent(Event event) {
    if (event.getError() != null) {
      return;
    }
    if (event.getType() == EventType.REMOVE_CREDENTIAL) {
      // What owners may do to their own account was asked before.
      with(event.getRealmId(), event.getUserId(), (realm, user) -> tidy(realm).tidy(user));
    } else if (event.getType() == EventType.USER_DISABLED_BY_PERMANENT_LOCKOUT) {
      with(event.getRealmId(), event.getUserId(), this::tellIfDisabled);
    }
  }

  @Override
  public void onEvent(AdminEvent event, boolean includeRepresentation) {
    Matcher path = OF_A_USER.matcher(Optional.ofNullable(event.getResourcePath()).orElse(""));
    if (event.getError() != null || !path.matches()) {
      return;
    }
    if (path.group(2) == null) {
      with(event.getRealmId(), path.group(1), this::tellIfDisabled);
    } else {
      with(event.getRealmId(), path.group(1), (realm, user) -> tidy(realm).tidyAndPay(user));
    }
  }

  private interface Following {
    void follow(RealmModel realm, UserModel user);
  }

  private void with(@Nullable String realmId, @Nullable String userId, Following following) {
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
      following.follow(realm, user);
    } catch (RuntimeException e) {
      LOG.errorf(e, "realm %s: offices did not follow a change of %s", realm.getName(), userId);
    }
  }

  private void tellIfDisabled(RealmModel realm, UserModel user) {
    if (!user.isEnabled()) {
      new OwnerAlert(session, realm).tell(user.getId(), "was disabled");
    }
  }

  private OfficeTidy tidy(RealmModel realm) {
    return new OfficeTidy(session, realm);
  }

  @Override
  public void close() {}
}
