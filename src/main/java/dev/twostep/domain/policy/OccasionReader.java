package dev.twostep.domain.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads how often an application asks: each attribute from the application, else from the realm.
 * What cannot be read makes it ask at every login.
 */
public final class OccasionReader {

  private static final Pattern HOURS = Pattern.compile("[1-9][0-9]{0,2}");
  private static final int MOST_HOURS = 720;

  private final Map<String, String> application;
  private final Map<String, String> realm;
  private final List<Unreadable> unreadable = new ArrayList<>();

  private OccasionReader(Map<String, String> application, Map<String, String> realm) {
    this.application = application;
    this.realm = realm;
  }

  /** Reports everything that is wrong at once. */
  public static Occasions read(Map<String, String> application, Map<String, String> realm) {
    return new OccasionReader(application, realm).read();
  }

  private Occasions read() {
    Set<Occasion> asks = value(Occasions.ASKS).map(this::asks).orElse(Occasions.DEFAULT.asks());
    Optional<Duration> atMost = value(Occasions.HOURS).flatMap(this::hours);
    boolean offers = value(Occasions.OFFER).map(this::offers).orElse(true);
    return new Occasions(
        unreadable.isEmpty() ? asks : EnumSet.of(Occasion.EVERY_LOGIN), atMost, offers, unreadable);
  }

  private Set<Occasion> asks(String list) {
    Set<Occasion> found = EnumSet.noneOf(Occasion.class);
    for (String word : list.split(",", -1)) {
      Occasion.of(word.strip())
          .ifPresentOrElse(
              found::add,
              () ->
                  refuse(
                      Occasions.ASKS,
                      word,
                      "is not every-login, every-session, once-per-device or"
                          + " after-changed-credentials"));
    }
    return found;
  }

  private Optional<Duration> hours(String text) {
    if (HOURS.matcher(text).matches() && Integer.parseInt(text) <= MOST_HOURS) {
      return Optional.of(Duration.ofHours(Integer.parseInt(text)));
    }
    refuse(Occasions.HOURS, text, "is not a number from 1 to " + MOST_HOURS);
    return Optional.empty();
  }

  private boolean offers(String word) {
    if (!word.equals("on") && !word.equals("off")) {
      refuse(Occasions.OFFER, word, "is not on or off");
    }
    return !word.equals("off");
  }

  private void refuse(String attribute, String value, String problem) {
    unreadable.add(new Unreadable(attribute, value, problem));
  }

  private Optional<String> value(String attribute) {
    return of(application, attribute).or(() -> of(realm, attribute));
  }

  /** A blank value is an absent one: forms store cleared fields so. */
  private static Optional<String> of(Map<String, String> attributes, String attribute) {
    return Optional.ofNullable(attributes.get(attribute))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
