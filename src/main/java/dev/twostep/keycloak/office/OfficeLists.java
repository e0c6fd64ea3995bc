package dev.twostep.keycloak.office;

import dev.twostep.domain.office.Office;
import dev.twostep.keycloak.store.JpaOfficeImports;
import dev.twostep.keycloak.store.JpaOfficeImports.Import;
import dev.twostep.keycloak.store.JpaOfficeImports.Progress;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Takes lists of accounts for one office, and has them followed after the request. */
public final class OfficeLists {

  public static final int MOST_BYTES = 5_000_000;
  public static final int MOST_LINES = 20_000;

  private static final Logger LOG = Logger.getLogger(OfficeLists.class);

  /** What became of an upload. */
  public sealed interface Upload {}

  /** It is followed, or will be; its progress has that id. */
  public record Taken(String id, int lines) implements Upload {}

  /** It was not taken, and nothing of it was followed. */
  public enum Refused implements Upload {
    TOO_LONG("has more than 20000 lines or 5 MB", "cut it into several lists"),
    EMPTY("names no account", "send lines like 10042;miller, as text/csv"),
    UNREADABLE("cannot be read as CSV", "save it as CSV with semicolons or commas, in UTF-8"),
    RUNNING("follows another list already", "wait until that is done, then upload this one"),
    BUSY("has too many lists to follow", "try again in some minutes");

    private final String problem;
    private final String hint;

    Refused(String problem, String hint) {
      this.problem = problem;
      this.hint = hint;
    }

    public String problem() {
      return problem;
    }

    public String hint() {
      return hint;
    }
  }

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Office office;

  public OfficeLists(KeycloakSession session, RealmModel realm, Office office) {
    this.session = session;
    this.realm = realm;
    this.office = office;
  }

  /**
   * Takes a list.
   *
   * @param dryRun whether only to say what would become of its lines
   * @param by who uploads it
   */
  public Upload upload(byte[] bytes, boolean dryRun, String by) {
    if (bytes.length > MOST_BYTES) {
      return Refused.TOO_LONG;
    }
    AccountList list;
    int lines;
    try {
      list = AccountList.of(bytes);
      lines = list.lines();
    } catch (RuntimeException e) {
      LOG.debug("a list could not be read", e);
      return Refused.UNREADABLE;
    }
    if (lines == 0 || lines > MOST_LINES) {
      return lines == 0 ? Refused.EMPTY : Refused.TOO_LONG;
    }
    return follow(new ListRun.Job(KeycloakModelUtils.generateId(), office.id(), dryRun, list), by);
  }

  /** The list is known to all nodes before any of them works on it. */
  private Upload follow(ListRun.Job job, String by) {
    Instant now = Twostep.of(session).clock().instant();
    OtherSession sessions = OtherSession.of(session, realm);
    int lines = job.list().lines();
    boolean free =
        sessions.get(
            (other, there) -> {
              JpaOfficeImports imports = new JpaOfficeImports(other, there, office.id());
              boolean none = imports.all(10).stream().noneMatch(one -> one.isOpenAt(now));
              if (none) {
                Progress start = new Progress(JpaOfficeImports.WAITING, lines, 0, Map.of());
                imports.add(new Import(job.id(), job.dryRun(), by, now, start, now));
              }
              return none;
            });
    if (!free) {
      return Refused.RUNNING;
    }
    if (Twostep.of(session).inBackground(new ListRun(sessions, job))) {
      return new Taken(job.id(), lines);
    }
    sessions.get(
        (other, there) -> close(new JpaOfficeImports(other, there, office.id()), job, now));
    return Refused.BUSY;
  }

  private static String close(JpaOfficeImports imports, ListRun.Job job, Instant now) {
    Progress none = new Progress(JpaOfficeImports.FAILED, job.list().lines(), 0, Map.of());
    imports.progress(job.id(), none, now);
    return job.id();
  }
}
