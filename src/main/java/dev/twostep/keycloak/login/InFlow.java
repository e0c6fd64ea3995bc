package dev.twostep.keycloak.login;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A request within an authentication flow, of a browser or of an application. */
interface InFlow extends Exchange {

  AuthenticationFlowContext context();

  @Override
  default KeycloakSession session() {
    return context().getSession();
  }

  @Override
  default RealmModel realm() {
    return context().getRealm();
  }

  @Override
  default UserModel user() {
    return context().getUser();
  }

  @Override
  default AuthenticationSessionModel login() {
    return context().getAuthenticationSession();
  }

  @Override
  default EventBuilder event() {
    return context().getEvent();
  }

  @Override
  default LoginFormsProvider form() {
    return context().form();
  }
}
