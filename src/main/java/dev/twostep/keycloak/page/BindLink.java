package dev.twostep.keycloak.page;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.Urls;

/** The address for an application's help menu: leads through a login to the set-up of an app. */
final class BindLink {

  /** Made by setup for Twostep's own pages. */
  private static final String CLIENT = "twostep-account";

  private final KeycloakSession session;
  private final RealmModel realm;

  BindLink(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
  }

  Response follow() {
    if (realm.getClientByClientId(CLIENT) == null) {
      return Response.status(Response.Status.NOT_FOUND)
          .type(MediaType.TEXT_PLAIN_TYPE)
          .entity("This realm has no client \"" + CLIENT + "\" yet: an administrator runs setup.")
          .build();
    }
    return Response.seeOther(login()).header("Cache-Control", "no-store").build();
  }

  /** Nobody redeems the code: the login itself is what is wanted. */
  private URI login() {
    URI base = session.getContext().getUri().getBaseUri();
    String issuer = Urls.realmIssuer(base, realm.getName());
    return UriBuilder.fromUri(issuer + "/protocol/openid-connect/auth")
        .queryParam("client_id", CLIENT)
        .queryParam("redirect_uri", issuer + "/twostep/me")
        .queryParam("response_type", "code")
        .queryParam("scope", "openid")
        .queryParam("state", KeycloakModelUtils.generateId())
        .queryParam("kc_action", RequiredAction.CONFIGURE_TOTP.name())
        .build();
  }
}
