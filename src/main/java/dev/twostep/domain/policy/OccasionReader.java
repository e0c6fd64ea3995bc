package dev.twostep.domain.policy;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads how often an application asks: each attribute from the application, else from the realm.
 * What cannot be read makes it ask at every login.
 */
public final class OccasionReader {

  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofDays(30);

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
    Optional<Duration> atMost = value(Occasions.MAX_AGE).flatMap(this::age);
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

  private Optional<Duration> age(String text) {
    Optional<Duration> age =
        parse(text).filter(one -> one.compareTo(LEAST) >= 0 && one.compareTo(MOST) <= 0);
    if (age.isEmpty()) {
      refuse(Occasions.MAX_AGE, text, "is not a duration such as PT12H, up to P30D");
    }
    return age;
  }

  private static Optional<Duration> parse(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
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
