package dev.twostep.keycloak.device;

import dev.twostep.keycloak.credential.DeviceCredential;
import dev.twostep.keycloak.notice.FactorNews;
import dev.twostep.keycloak.notice.Notices;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Tells the user, and Keycloak's events, what became of a device. */
record DeviceNews(KeycloakSession session, RealmModel realm, UserModel user) {

  private static final String REASON = "twostep_reason";

  void trusted(String credential) {
    event(EventType.UPDATE_CREDENTIAL, credential).success();
    tell(FactorNews.What.DEVICE_TRUSTED, credential);
  }

  /** Before the credential goes: the message names it. */
  void stolen(String credential) {
    event(EventType.REMOVE_CREDENTIAL, credential)
        .detail(REASON, "stolen-copy")
        .error("twostep_device_stolen");
    tell(FactorNews.What.DEVICE_STOLEN, credential);
  }

  void guessed(String credential) {
    event(EventType.REMOVE_CREDENTIAL, credential)
        .detail(REASON, "wrong-passcodes")
        .error("twostep_device_dropped");
    tell(FactorNews.What.DEVICE_DROPPED, credential);
  }

  void moved(String credential) {
    tell(FactorNews.What.DEVICE_MOVED, credential);
  }

  void forgotten(String credential) {
    event(EventType.REMOVE_CREDENTIAL, credential).success();
  }

  void changedPasscode(String credential) {
    event(EventType.UPDATE_CREDENTIAL, credential).detail(REASON, "passcode").success();
  }

  private void tell(FactorNews.What what, String credential) {
    Notices.tell(session, user, FactorNews.ofDevice(what, credential));
  }

  private EventBuilder event(EventType type, String credential) {
    return new EventBuilder(realm, session, session.getContext().getConnection())
        .event(type)
        .user(user)
        .detail(Details.CREDENTIAL_TYPE, DeviceCredential.TYPE)
        .detail(Details.CREDENTIAL_ID, credential);
  }
}
