package dev.twostep.keycloak.page;

import dev.twostep.domain.portal.KnownPortal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.keycloak.theme.Theme;

/** What the catalogue's portals are called in the visitor's language. */
record PortalWords(Visit visit) {

  /** With what is special about it in brackets. */
  String name(KnownPortal portal) {
    if (portal.variant().isEmpty()) {
      return portal.name();
    }
    Locale locale = visit.session().getContext().resolveLocale(visit.user());
    try {
      String variant =
          visit
              .session()
              .theme()
              .getTheme(Theme.Type.LOGIN)
              .getEnhancedMessages(visit.realm(), locale)
              .getProperty("twostepPortalVariant-" + portal.variant(), portal.variant());
      return portal.name() + " (" + variant + ")";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
