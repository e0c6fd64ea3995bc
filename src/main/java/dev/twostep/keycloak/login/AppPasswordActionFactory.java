package dev.twostep.keycloak.login;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers the action by which users make an app password. */
public final class AppPasswordActionFactory implements RequiredActionFactory {

  /** Stored in customers' realms. */
  public static final String ID = "twostep-app-password";

  private static final AppPasswordAction STATELESS = new AppPasswordAction();

  @Override
  public RequiredActionProvider create(KeycloakSession session) {
    return STATELESS;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getDisplayText() {
    return "Twostep: make an app password";
  }

  @Override
  public boolean isOneTimeAction() {
    return true;
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
