package dev.twostep.keycloak.page;

import dev.twostep.keycloak.delivery.UtcTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Dates in the visitor's language; nobody knows their time zone, so the day is UTC's. */
record Days(Visit visit) {

  String of(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(visit.session().getContext().resolveLocale(visit.user()))
        .format(at.atZone(ZoneOffset.UTC));
  }

  /** With the time of day. */
  String moment(Instant at) {
    return UtcTime.of(at, visit.session().getContext().resolveLocale(visit.user()));
  }
}
