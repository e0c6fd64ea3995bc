package dev.twostep.keycloak.login;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers an action that is done once, and needs nothing of the server. */
interface ActionFactory extends RequiredActionFactory {

  @Override
  default boolean isOneTimeAction() {
    return true;
  }

  @Override
  default void init(Config.Scope config) {}

  @Override
  default void postInit(KeycloakSessionFactory factory) {}

  @Override
  default void close() {}
}
