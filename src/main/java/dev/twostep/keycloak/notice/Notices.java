package dev.twostep.keycloak.notice;

import dev.twostep.keycloak.policy.TwostepRealms;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Puts the news of a factor on their way to all of the user's other channels. */
public final class Notices {

  private static final Logger LOG = Logger.getLogger(Notices.class);

  private Notices() {}

  /** Call it once the change is stored; the messages leave after the request's commit. */
  public static void tell(KeycloakSession session, UserModel user, FactorNews news) {
    tell(session, user, news, ReaderLanguage.ofOwnRequest(session, user));
  }

  /** The same for a change that somebody else made, whose browser speaks for nobody. */
  static void tell(KeycloakSession session, UserModel user, FactorNews news, Locale locale) {
    if (!TwostepRealms.isSetUp(session.getContext().getRealm())) {
      return;
    }
    try {
      new Telling(session, user, locale).tell(news);
    } catch (RuntimeException e) {
      // The change is done and stands: it is not undone because its news cannot be written.
      LOG.errorf(
          e,
          "realm %s: user %s could not be told of a changed factor",
          session.getContext().getRealm().getName(),
          user.getId());
    }
  }
}
