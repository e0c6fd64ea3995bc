package dev.twostep.keycloak.page;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel.RequiredAction;

/** The address for an application's help menu: leads through a login to the set-up of an app. */
final class BindLink {

  private final KeycloakSession session;
  private final RealmModel realm;

  BindLink(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
  }

  Response follow() {
    if (realm.getClientByClientId(LoginRedirect.CLIENT) == null) {
      String hint = ": this realm has no such client yet; an administrator runs setup.";
      return Response.status(Response.Status.NOT_FOUND)
          .type(MediaType.TEXT_PLAIN_TYPE)
          .entity(LoginRedirect.CLIENT + hint)
          .build();
    }
    Map<String, String> action = Map.of("kc_action", RequiredAction.CONFIGURE_TOTP.name());
    return LoginRedirect.to(session, realm, MeResource.PATH, action);
  }
}
