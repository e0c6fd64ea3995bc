package dev.twostep.keycloak.notice;

import dev.twostep.domain.policy.Choice;
import dev.twostep.keycloak.credential.DeviceShelf;
import dev.twostep.keycloak.credential.Suspensions;
import dev.twostep.keycloak.policy.UserChoices;
import dev.twostep.keycloak.store.News;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.UserSessionManager;

/** "It wasn't me": takes back what can be taken back, and tells whoever looks after the realm. */
public final class Disowned {

  private static final Logger LOG = Logger.getLogger("dev.twostep.login");

  private final KeycloakSession session;
  private final RealmModel realm;
  private final UserSessionModel current;
  private final UserModel user;

  public Disowned(KeycloakSession session, UserSessionModel current) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.current = current;
    this.user = current.getUser();
  }

  /** Suspends what was added, ends every other session, and raises the event. */
  public void act(News news) {
    FactorNews.What what = FactorNews.What.valueOf(news.subject().what());
    Optional<CredentialModel> added = what.brings() ? stored(news.credential()) : Optional.empty();
    added.ifPresent(this::suspend);
    if (what == FactorNews.What.TURNED_OFF) {
      UserChoices.remember(user, Choice.ON);
    }
    // Whoever did it may have left a trusted browser behind.
    new DeviceShelf(user).removeAll();
    endOtherSessions();
    raise(what, news, added);
  }

  private Optional<CredentialModel> stored(String credential) {
    return credential.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(user.credentialManager().getStoredCredentialById(credential));
  }

  private void suspend(CredentialModel credential) {
    if (WebAuthnCredentialModel.TYPE_PASSWORDLESS.equals(credential.getType())) {
      // Keycloak alone asks for it, and knows nothing of suspensions.
      user.credentialManager().removeStoredCredentialById(credential.getId());
    } else {
      new Suspensions(user).add(credential.getId());
    }
  }

  private void endOtherSessions() {
    List<UserSessionModel> others =
        session
            .sessions()
            .getUserSessionsStream(realm, user)
            .filter(one -> !one.getId().equals(current.getId()))
            .toList();
    others.forEach(one -> AuthenticationManager.backchannelLogout(session, one, true));
    UserSessionManager offline = new UserSessionManager(session);
    offline
        .findOfflineSessionsStream(realm, user)
        .toList()
        .forEach(offline::revokeOfflineUserSession);
  }

  private void raise(FactorNews.What what, News news, Optional<CredentialModel> added) {
    LOG.errorf(
        "realm %s: user %s says that a change of their factors was not theirs: %s %s (news %s)."
            + " Somebody may know their password: please look into it.",
        realm.getName(), user.getId(), what, news.subject().factor(), news.id());
    new EventBuilder(realm, session, session.getContext().getConnection())
        .event(what.brings() ? EventType.UPDATE_CREDENTIAL : EventType.REMOVE_CREDENTIAL)
        .user(user)
        .session(current)
        .detail(Details.CREDENTIAL_ID, news.credential())
        .detail(Details.CREDENTIAL_TYPE, added.map(CredentialModel::getType).orElse(null))
        .detail("twostep_factor", news.subject().factor())
        .detail("twostep_change", what.name())
        .detail("twostep_reason", "not-me")
        .error("twostep_not_me");
  }
}
