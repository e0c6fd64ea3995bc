package dev.twostep.keycloak.office;

import dev.twostep.domain.office.CsvLine;
import dev.twostep.domain.office.Office;
import dev.twostep.keycloak.store.JpaOfficeLog;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The log of an office as a file: written as it is read, however long it is. */
public final class LogCsv {

  private final KeycloakSessionFactory sessions;
  private final String realm;
  private final Office office;

  public LogCsv(KeycloakSession session, RealmModel realm, Office office) {
    this.sessions = session.getKeycloakSessionFactory();
    this.realm = realm.getId();
    this.office = office;
  }

  /** To be kept under a name that says what it is. */
  public Response download() {
    // A transaction of its own: the request's may be over when the body is written.
    StreamingOutput body =
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          KeycloakModelUtils.runJobInTransaction(sessions, session -> write(session, writer));
          writer.flush();
        };
    return Response.ok(body, MediaType.valueOf("text/csv; charset=UTF-8"))
        .header("Content-Disposition", "attachment; filename=\"" + fileName() + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  private String fileName() {
    String plain = office.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return "office-log-" + plain.replaceAll("(^-)|(-$)", "") + ".csv";
  }

  private void write(KeycloakSession session, Writer writer) {
    JpaOfficeLog log = new JpaOfficeLog(session, session.realms().getRealm(realm));
    try (Stream<JpaOfficeLog.Use> uses = log.all(office.id())) {
      writer.write(CsvLine.MARK);
      writer.write(CsvLine.of("time", "device", "account", "application", "network", "device id"));
      uses.forEach(use -> append(writer, use));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(Writer writer, JpaOfficeLog.Use use) {
    try {
      writer.write(
          CsvLine.of(
              use.at().toString(),
              use.label(),
              use.userName(),
              use.client(),
              use.network(),
              use.device()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
