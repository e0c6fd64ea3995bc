package dev.twostep.keycloak.portal;

import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.code.ConstantTime;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.keycloak.store.JpaPortalIntakes.Link;
import java.util.regex.Pattern;

/** What is stored of the links for photos, and how phones are known again. */
public final class PortalLinks {

  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{22}");

  private final ServerKey key;

  public PortalLinks(ServerKey key) {
    this.key = key;
  }

  /** Whether a text can be the secret part of a link. */
  public static boolean isSecret(String text) {
    return SECRET.matcher(text).matches();
  }

  /** The link that the text message of that challenge brings to a phone of that user. */
  public Link link(ChallengeId challenge, String user) {
    return new Link(digest(key.linkOf(challenge, user)), challenge.hex());
  }

  /** What is stored of the secret part. */
  public String digest(String secret) {
    return key.sealed("portal link", secret);
  }

  /** What is stored of the secret in the cookie of the phone that began with it. */
  public String browserDigest(String intake, String cookie) {
    return key.sealed("portal phone", intake, cookie);
  }

  /** Whether the cookie is that phone's. */
  public boolean isBrowser(String digest, String intake, String cookie) {
    return ConstantTime.same(browserDigest(intake, cookie), digest);
  }
}
