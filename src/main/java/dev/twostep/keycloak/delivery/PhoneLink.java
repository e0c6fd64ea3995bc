package dev.twostep.keycloak.delivery;

import java.net.URI;
import java.time.Duration;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;

/** The address that a text message brings to a phone, for one photo. */
public final class PhoneLink {

  /** How long it is good. */
  public static final Duration LIFE = Duration.ofMinutes(10);

  /** Of its page, below {@code /realms/{realm}/twostep/}. */
  public static final String PATH = "p";

  static final long MINUTES = LIFE.toMinutes();

  private PhoneLink() {}

  static String url(URI base, RealmModel realm, String secret) {
    return Urls.realmIssuer(base, realm.getName()) + "/twostep/" + PATH + "/" + secret;
  }
}
