package dev.twostep.keycloak.login;

import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;

/** Registers the action by which users turn their optional two-step login off. */
public final class TurnOffFactory implements ActionFactory {

  /** Stored in customers' realms. */
  public static final String ID = "twostep-turn-off";

  private static final TurnOff STATELESS = new TurnOff();

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
    return "Twostep: turn off";
  }
}
