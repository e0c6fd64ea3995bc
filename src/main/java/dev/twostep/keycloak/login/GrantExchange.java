package dev.twostep.keycloak.login;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A request for tokens by password: it shows no page, and its login ends with it. */
record GrantExchange(AuthenticationFlowContext context) implements Exchange {

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

  /** None that could show anything. */
  @Override
  public Optional<AuthenticationFlowContext> flow() {
    return Optional.empty();
  }

  /** A code is asked for in one request and given in another: the client is what they share. */
  @Override
  public String loginId() {
    return "grant." + login().getClient().getId();
  }
}
