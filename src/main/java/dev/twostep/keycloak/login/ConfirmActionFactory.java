package dev.twostep.keycloak.login;

import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;

/** Registers the action by which users confirm a change on a page of ours beforehand. */
public final class ConfirmActionFactory implements ActionFactory {

  /** Stored in customers' realms. */
  public static final String ID = "twostep-confirm";

  private static final ConfirmAction STATELESS = new ConfirmAction();

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
    return "Twostep: confirm a change";
  }
}
