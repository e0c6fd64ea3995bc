package dev.twostep.keycloak.delivery;

import dev.twostep.domain.delivery.TextPattern;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;

/** The texts of messages that a realm has of its own, in Keycloak's own localization. */
public record RealmTexts(RealmModel realm) {

  /** One text that is in the way. */
  public record Unusable(String locale, TextPattern.Use use, TextPattern.Flaw flaw) {}

  /** Whether pages and messages may be in that language. */
  public boolean speaks(String locale) {
    String preset = realm.getDefaultLocale();
    return realm.isInternationalizationEnabled()
        ? Stream.concat(realm.getSupportedLocalesStream(), Stream.ofNullable(preset))
            .anyMatch(locale::equals)
        : locale.equals(preset == null ? "en" : preset);
  }

  public Map<TextPattern.Use, String> of(String locale) {
    Map<String, String> all = realm.getRealmLocalizationTextsByLocale(locale);
    Map<TextPattern.Use, String> own = new EnumMap<>(TextPattern.Use.class);
    for (TextPattern.Use use : TextPattern.Use.values()) {
      if (all.containsKey(use.key())) {
        own.put(use, all.get(use.key()));
      }
    }
    return own;
  }

  /** Changes these texts and no other. */
  public void write(String locale, Map<TextPattern.Use, String> texts) {
    Map<String, String> byKey = new HashMap<>();
    texts.forEach((use, text) -> byKey.put(use.key(), text));
    realm.createOrUpdateRealmLocalizationTexts(locale, byKey);
  }

  /** Back to the theme's texts; false if the realm has none of its own. */
  public boolean forget(String locale) {
    Map<TextPattern.Use, String> own = of(locale);
    if (!own.isEmpty()) {
      Map<String, String> others = new HashMap<>(realm.getRealmLocalizationTextsByLocale(locale));
      own.keySet().forEach(use -> others.remove(use.key()));
      realm.removeRealmLocalizationTexts(locale);
      if (!others.isEmpty()) {
        realm.createOrUpdateRealmLocalizationTexts(locale, others);
      }
    }
    return !own.isEmpty();
  }

  /** What was written past the check, and is not sent. */
  public List<Unusable> unusable() {
    List<Unusable> found = new ArrayList<>();
    for (String locale : realm.getRealmLocalizationTexts().keySet()) {
      of(locale)
          .forEach(
              (use, text) ->
                  new TextPattern(use, text)
                      .flaws()
                      .forEach(flaw -> found.add(new Unusable(locale, use, flaw))));
    }
    return found;
  }
}
