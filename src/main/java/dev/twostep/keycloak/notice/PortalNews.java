package dev.twostep.keycloak.notice;

import dev.twostep.application.challenge.Account;
import dev.twostep.keycloak.store.News;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** Tells a user what became of a portal's codes, by name; the link leads to their own page. */
public final class PortalNews {

  /** What happened; a word of each is part of stored rows and message keys. */
  public enum What {
    /** The portal refused three codes in a row. */
    SUSPENDED,
    /** A day after the key was proven, no robot has said that the portal took a code. */
    UNPROVEN
  }

  /** The word that stands where that of a factor does in news of factors. */
  public static final String KIND = "portal";

  private final KeycloakSession session;
  private final RealmModel realm;

  /** For users of the session's realm. */
  public PortalNews(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
  }

  /**
   * The owner is not there: a robot asks, or the clock.
   *
   * @param link to the owner's page
   */
  public void tell(What what, String owner, String portal, String link) {
    News.Subject subject = new News.Subject("PORTAL_" + what.name(), KIND, portal);
    new PlainNews(session, new Account(realm.getId(), owner))
        .tell(subject, link, user -> ReaderLanguage.ofOthersRequest(realm, user));
  }

  /** To the page of whoever follows it, as the session's request names this server. */
  public static String link(KeycloakSession session) {
    return session
        .getContext()
        .getUri(UrlType.FRONTEND)
        .getBaseUriBuilder()
        .path("realms")
        .path(session.getContext().getRealm().getName())
        .path("twostep/me/portals")
        .build()
        .toString();
  }
}
