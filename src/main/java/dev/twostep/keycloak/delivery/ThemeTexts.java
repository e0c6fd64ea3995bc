package dev.twostep.keycloak.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.WeakHashMap;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/**
 * A theme's messages with a realm's own ones over them. Keycloak puts its two thousand together
 * anew whenever it is asked; here that is done once, and again when the realm's texts change.
 */
final class ThemeTexts {

  private static final int MOST = 64;

  private record Key(Locale locale, Map<String, Map<String, String>> own) {}

  /** By the theme that Keycloak caches: with its cache off, each one is new and has no past. */
  private final Map<Theme, Map<Key, Properties>> known =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** To be read only: others read the same. */
  Properties of(Theme theme, RealmModel realm, Locale locale) {
    Map<Key, Properties> ofTheme =
        known.computeIfAbsent(theme, t -> Collections.synchronizedMap(new Latest()));
    Key key = new Key(locale, realm.getRealmLocalizationTexts());
    Properties merged = ofTheme.get(key);
    if (merged == null) {
      merged = merge(theme, realm, locale);
      ofTheme.put(key, merged);
    }
    return merged;
  }

  private static Properties merge(Theme theme, RealmModel realm, Locale locale) {
    try {
      return theme.getEnhancedMessages(realm, locale);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Latest extends LinkedHashMap<Key, Properties> {

    private static final long serialVersionUID = 1L;

    Latest() {
      super(MOST, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, Properties> eldest) {
      return size() > MOST;
    }
  }
}
