package dev.twostep.keycloak.office;

import dev.twostep.keycloak.store.JpaOfficeImports;
import dev.twostep.keycloak.store.JpaOfficeLog;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What is written down of one office, as CSV; written row by row, however much it is. */
public final class OfficeSheets {

  private static final int AT_ONCE = 500;

  private final OtherSession sessions;
  private final String office;

  public OfficeSheets(KeycloakSession session, RealmModel realm, String office) {
    this.sessions = OtherSession.of(session, realm);
    this.office = office;
  }

  /** Which device opened which account, newest first. */
  public void log(OutputStream to) throws IOException {
    try (Sheet sheet =
        new Sheet(to, "time", "device", "user name", "application", "network", "session")) {
      sessions.get(
          (session, realm) -> {
            try (Stream<JpaOfficeLog.Use> all = new JpaOfficeLog(session, realm).all(office)) {
              all.forEach(use -> row(sheet, use));
            }
            return office;
          });
    }
  }

  private static void row(Sheet sheet, JpaOfficeLog.Use use) {
    sheet.row(
        use.at().toString(),
        use.label(),
        use.userName(),
        use.client(),
        use.network(),
        use.session());
  }

  /** The lines of a list that could not be followed, and what to do about each. */
  public void errors(String list, OutputStream to) throws IOException {
    try (Sheet sheet = new Sheet(to, "line", "reason", "hint", "customer number", "user name")) {
      int first = 0;
      for (List<JpaOfficeImports.Failure> some = errors(list, first);
          !some.isEmpty();
          some = errors(list, first)) {
        some.forEach(error -> row(sheet, error));
        first += some.size();
      }
    }
  }

  private List<JpaOfficeImports.Failure> errors(String list, int first) {
    return sessions.get(
        (session, realm) ->
            new JpaOfficeImports(session, realm, office).errors(list, first, AT_ONCE));
  }

  private static void row(Sheet sheet, JpaOfficeImports.Failure error) {
    sheet.row(
        Long.toString(error.line()),
        error.reason().word(),
        error.reason().hint(),
        error.customer(),
        error.user());
  }
}
