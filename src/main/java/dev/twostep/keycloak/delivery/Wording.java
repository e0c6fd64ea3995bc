package dev.twostep.keycloak.delivery;

import dev.twostep.domain.delivery.TextPattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/**
 * The pattern of a text: the realm's own one if it can be used, else the theme's. A realm's texts
 * can be written past our check, and a message must leave all the same.
 */
record Wording(Theme theme, RealmModel realm, Locale locale) {

  String pattern(TextPattern.Use use, String last) {
    try {
      return usable(use, theme.getEnhancedMessages(realm, locale))
          .or(() -> usable(use, ofTheme()))
          .orElse(last);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Properties ofTheme() {
    try {
      return theme.getMessages(locale);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<String> usable(TextPattern.Use use, Properties messages) {
    return Optional.ofNullable(messages.getProperty(use.key()))
        .filter(text -> new TextPattern(use, text).flaws().isEmpty());
  }
}
