package dev.twostep.keycloak.apppassword;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** The page where owners look after their app passwords, which is behind a login. */
final class AppPasswordLink {

  private AppPasswordLink() {}

  static String of(KeycloakSession session, RealmModel realm) {
    return session
        .getContext()
        .getUri(UrlType.FRONTEND)
        .getBaseUriBuilder()
        .path("realms")
        .path(realm.getName())
        .path("twostep/me")
        .build()
        .toString();
  }
}
