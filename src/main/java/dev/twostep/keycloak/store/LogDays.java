package dev.twostep.keycloak.store;

import java.time.Duration;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** How long a realm keeps its message log. */
public final class LogDays {

  public static final String ATTRIBUTE = "twostep.message-log-days";
  public static final int MOST = 365;

  private static final int PRESET = 30;

  private LogDays() {}

  /** What the realm says, or the preset where that is nothing or no such number. */
  public static Duration of(RealmModel realm) {
    return Duration.ofDays(written(realm).map(LogDays::days).orElse(PRESET));
  }

  public static boolean isBad(RealmModel realm) {
    return written(realm).filter(text -> !isGood(text)).isPresent();
  }

  private static Optional<String> written(RealmModel realm) {
    return Optional.ofNullable(realm.getAttribute(ATTRIBUTE)).filter(text -> !text.isBlank());
  }

  private static int days(String text) {
    return isGood(text) ? Integer.parseInt(text.strip()) : PRESET;
  }

  private static boolean isGood(String text) {
    String number = text.strip();
    return number.matches("[0-9]{1,3}")
        && Integer.parseInt(number) >= 1
        && Integer.parseInt(number) <= MOST;
  }
}
