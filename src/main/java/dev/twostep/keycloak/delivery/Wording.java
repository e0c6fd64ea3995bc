package dev.twostep.keycloak.delivery;

import dev.twostep.domain.delivery.TextPattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.keycloak.theme.Theme;

/**
 * The pattern of a text: the realm's own one if it can be used, else the theme's. A realm's texts
 * can be written past our check, and a message must leave all the same.
 *
 * @param messages the theme's with the realm's own ones over them
 */
record Wording(Theme theme, Properties messages, Locale locale) {

  String pattern(TextPattern.Use use, String last) {
    return usable(use, messages).or(() -> usable(use, ofTheme())).orElse(last);
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
