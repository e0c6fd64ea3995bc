package dev.twostep.keycloak.page;

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
}
