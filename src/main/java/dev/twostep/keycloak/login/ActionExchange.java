package dev.twostep.keycloak.login;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A request that came through a required action, after a flow has ended. */
record ActionExchange(RequiredActionContext context) implements Exchange {

  @Override
  public KeycloakSession session() {
    return context.getSession();
  }

  @Override
  public RealmModel realm() {
    return context.getRealm();
  }

  @Override
  public UserModel user() {
    return context.getUser();
  }

  @Override
  public AuthenticationSessionModel login() {
    return context.getAuthenticationSession();
  }

  @Override
  public EventBuilder event() {
    return context.getEvent();
  }

  @Override
  public LoginFormsProvider form() {
    return context.form();
  }

  @Override
  public Optional<AuthenticationFlowContext> flow() {
    return Optional.empty();
  }
}
