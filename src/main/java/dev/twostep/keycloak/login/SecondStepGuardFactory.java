package dev.twostep.keycloak.login;

import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;

/** Registers the guard as a required action. */
public final class SecondStepGuardFactory implements ActionFactory {

  /** Stored in customers' realms. */
  public static final String ID = "twostep-second-step-guard";

  private static final SecondStepGuard STATELESS = new SecondStepGuard();

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
    return "Twostep: second step on every other way in";
  }
}
