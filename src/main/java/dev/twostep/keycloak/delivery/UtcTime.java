package dev.twostep.keycloak.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A moment as its reader's language writes it; the zone is named. */
public final class UtcTime {

  private UtcTime() {}

  public static String of(Instant at, Locale locale) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.LONG)
        .withLocale(locale)
        .withZone(ZoneId.of("UTC"))
        .format(at);
  }
}
