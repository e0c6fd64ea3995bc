package dev.twostep.keycloak.login;

import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;

/** Registers the action by which users make an app password. */
public final class AppPasswordActionFactory implements ActionFactory {

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
}
