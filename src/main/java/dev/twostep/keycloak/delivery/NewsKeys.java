package dev.twostep.keycloak.delivery;

import java.util.Locale;
import java.util.Properties;

/** The message keys of news; a change that has no words of its own has those of any change. */
public final class NewsKeys {

  private static final String ANY = "twostepNews-changed";

  private NewsKeys() {}

  /** Whether it is about an app password: then nobody has to be asked whether it was them. */
  static boolean isOfAppPassword(String factor) {
    return factor.equals("app-password");
  }

  /** Whether it is about a portal; nobody has to be asked then either. */
  static boolean isOfPortal(String factor) {
    return factor.equals("portal");
  }

  /** The key of the one sentence that says what changed. */
  public static String sentence(String what, String factor, Properties messages) {
    String word = what.toLowerCase(Locale.ROOT).replace('_', '-');
    String ofFactor = "twostepNews-" + word + "-" + factor;
    String ofAll = "twostepNews-" + word;
    return messages.containsKey(ofFactor) ? ofFactor : messages.containsKey(ofAll) ? ofAll : ANY;
  }
}
