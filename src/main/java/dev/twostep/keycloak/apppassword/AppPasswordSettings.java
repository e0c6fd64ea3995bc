package dev.twostep.keycloak.apppassword;

import java.time.Duration;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** What a realm says about app passwords in general. */
public final class AppPasswordSettings {

  /** {@code true} lets them outlive a change of the password that they were made under. */
  public static final String SURVIVE = "twostep.app-passwords.survive-password-change";

  /** The longest term; without it there may be none. */
  public static final String MAX_DAYS = "twostep.app-passwords.max-days";

  /** How long one may lie unused; {@code 0} for ever. */
  public static final String UNUSED_DAYS = "twostep.app-passwords.unused-days";

  private static final int PRESET_UNUSED = 90;
  private static final int IN_DOUBT = 30;
  private static final int MOST_DAYS = 3650;

  private AppPasswordSettings() {}

  static boolean survivePasswordChange(RealmModel realm) {
    return "true".equals(realm.getAttribute(SURVIVE));
  }

  /** Empty where they need not end. */
  public static Optional<Integer> maxDays(RealmModel realm) {
    return isUnreadable(realm, MAX_DAYS)
        ? Optional.of(IN_DOUBT)
        : days(realm, MAX_DAYS).filter(days -> days > 0);
  }

  /** Empty where they may lie unused for ever. */
  public static Optional<Duration> idle(RealmModel realm) {
    return Optional.of(days(realm, UNUSED_DAYS).orElse(PRESET_UNUSED))
        .filter(days -> days > 0)
        .map(Duration::ofDays);
  }

  /** Whether somebody wrote something there that is no number of days. */
  public static boolean isUnreadable(RealmModel realm, String attribute) {
    String written = realm.getAttribute(attribute);
    return written != null && !written.isBlank() && days(realm, attribute).isEmpty();
  }

  private static Optional<Integer> days(RealmModel realm, String attribute) {
    return Optional.ofNullable(realm.getAttribute(attribute))
        .map(String::strip)
        .filter(text -> text.matches("[0-9]{1,4}"))
        .map(Integer::valueOf)
        .filter(days -> days <= MOST_DAYS);
  }
}
