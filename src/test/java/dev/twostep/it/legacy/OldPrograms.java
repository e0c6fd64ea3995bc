package dev.twostep.it.legacy;

import dev.twostep.fixture.legacy.CalendarPrograms;
import dev.twostep.fixture.legacy.LegacyOffice;
import dev.twostep.fixture.legacy.MailPrograms;
import dev.twostep.fixture.legacy.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** All programs of one user, each of which can be tried with any password. */
record OldPrograms(MailPrograms mail, CalendarPrograms calendar) {

  static OldPrograms of(LegacyOffice office, String username) {
    return new OldPrograms(office.mailOf(username), office.calendarOf(username));
  }

  /** What each mail program says to that password. */
  Map<String, Outcome> mail(String password) {
    Map<String, Function<String, Outcome>> programs = new LinkedHashMap<>();
    programs.put("curl", mail::fetch);
    programs.put("mbsync", mail::sync);
    programs.put("swaks", typed -> mail.send(typed, "bob@example.test"));
    return tried(programs, password);
  }

  /** What each calendar program says to that password. */
  Map<String, Outcome> calendar(String password) {
    Map<String, Function<String, Outcome>> programs = new LinkedHashMap<>();
    programs.put("curl", calendar::putEvent);
    programs.put("vdirsyncer", calendar::discover);
    return tried(programs, password);
  }

  private static Map<String, Outcome> tried(
      Map<String, Function<String, Outcome>> programs, String password) {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    programs.forEach((name, program) -> outcomes.put(name, program.apply(password)));
    return outcomes;
  }
}
