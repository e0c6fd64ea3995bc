package dev.twostep.keycloak.login;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers the guard as a required action. */
public final class SecondStepGuardFactory implements RequiredActionFactory {

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
