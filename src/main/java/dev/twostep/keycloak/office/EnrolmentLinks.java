package dev.twostep.keycloak.office;

import dev.twostep.domain.code.ConstantTime;
import dev.twostep.domain.code.ServerKey;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** What is stored of the links of one server, and how they are recognised. */
public final class EnrolmentLinks {

  private final ServerKey key;

  public EnrolmentLinks(ServerKey key) {
    this.key = key;
  }

  /** Where an employee begins. */
  public static String url(KeycloakSession session, RealmModel realm, EnrolmentLink link) {
    return session
        .getContext()
        .getUri(UrlType.FRONTEND)
        .getBaseUriBuilder()
        .path("realms")
        .path(realm.getName())
        .path("twostep/enrol")
        .path(link.text())
        .build()
        .toString();
  }

  public String digest(EnrolmentLink link) {
    return link.digest(key);
  }

  public boolean is(EnrolmentLink link, String digest) {
    return link.is(digest, key);
  }

  /** What is stored of the secret in the cookie of the browser that opened a link. */
  public String browserDigest(String device, String cookie) {
    return key.sealed("office browser", device, cookie);
  }

  public boolean isBrowser(String digest, String device, String cookie) {
    return ConstantTime.same(browserDigest(device, cookie), digest);
  }

  /** What a form of the page must hold: nobody else's page can know it. */
  public String form(String device, String cookie) {
    return key.sealed("office form", device, cookie);
  }
}
