package dev.twostep.keycloak.office;

import dev.twostep.domain.office.CsvLine;
import dev.twostep.keycloak.store.JpaOfficeImports;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The lines of a list that could not be followed, and what to do about each, as a file. */
public final class ErrorsCsv {

  private static final int AT_ONCE = 500;

  private final OtherSession sessions;
  private final String office;
  private final String list;

  public ErrorsCsv(KeycloakSession session, RealmModel realm, String office, String list) {
    this.sessions = OtherSession.of(session, realm);
    this.office = office;
    this.list = list;
  }

  /** Written as it is read, however long it is. */
  public Response download() {
    StreamingOutput body = this::write;
    return Response.ok(body)
        .type("text/csv; charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"errors.csv\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private void write(OutputStream to) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    writer.write(CsvLine.MARK);
    writer.write(CsvLine.of("line", "reason", "hint", "customer number", "user name"));
    int first = 0;
    for (List<JpaOfficeImports.Failure> some = some(0); !some.isEmpty(); some = some(first)) {
      for (JpaOfficeImports.Failure one : some) {
        writer.write(line(one));
      }
      first += some.size();
    }
    writer.flush();
  }

  private List<JpaOfficeImports.Failure> some(int first) {
    return sessions.get(
        (session, realm) ->
            new JpaOfficeImports(session, realm, office).errors(list, first, AT_ONCE));
  }

  private static String line(JpaOfficeImports.Failure one) {
    return CsvLine.of(
        Long.toString(one.line()),
        one.reason().word(),
        one.reason().hint(),
        one.customer(),
        one.user());
  }
}
