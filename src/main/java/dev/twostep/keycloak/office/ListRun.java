package dev.twostep.keycloak.office;

import dev.twostep.domain.office.JoinOutcome;
import dev.twostep.domain.office.Office;
import dev.twostep.keycloak.office.AccountList.Line;
import dev.twostep.keycloak.office.ListReading.Seen;
import dev.twostep.keycloak.store.JpaOfficeImports;
import dev.twostep.keycloak.store.JpaOfficeImports.Progress;
import dev.twostep.keycloak.store.JpaOffices;
import dev.twostep.keycloak.wiring.Twostep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Follows one list after its upload, a hundred lines to a transaction. A line that fails takes no
 * other with it, and a list that was interrupted can be uploaded again: what is done stays so.
 */
final class ListRun implements Runnable {

  private static final Logger LOG = Logger.getLogger(ListRun.class);
  private static final int AT_ONCE = 100;

  /** The list, and where its progress is written down. */
  record Job(String id, String office, boolean dryRun, AccountList list) {}

  private final OtherSession sessions;
  private final Job job;
  private final ListReading reading;
  private final int lines;
  private final Map<JoinOutcome, Integer> counts = new EnumMap<>(JoinOutcome.class);
  private int done;

  ListRun(OtherSession sessions, Job job) {
    this.sessions = sessions;
    this.job = job;
    this.reading = new ListReading(job.dryRun());
    this.lines = job.list().lines();
  }

  @Override
  public void run() {
    String end = JpaOfficeImports.DONE;
    try (Stream<Line> all = job.list().read()) {
      List<Seen> batch = new ArrayList<>(AT_ONCE);
      all.forEach(line -> take(line, batch));
      follow(batch);
    } catch (RuntimeException e) {
      LOG.errorf(
          e, "the list %s of office %s could not be read to its end", job.id(), job.office());
      end = JpaOfficeImports.FAILED;
    }
    end(end);
  }

  private void take(Line line, List<Seen> batch) {
    batch.add(reading.look(line));
    if (batch.size() == AT_ONCE) {
      follow(batch);
      batch.clear();
    }
  }

  private void follow(List<Seen> batch) {
    try {
      count(sessions.get((session, realm) -> follow(batch, session, realm)));
    } catch (Gone e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.debugf(e, "lines of list %s are tried one by one", job.id());
      batch.forEach(this::alone);
    }
  }

  private void alone(Seen seen) {
    try {
      count(sessions.get((session, realm) -> follow(List.of(seen), session, realm)));
    } catch (Gone e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warnf(e, "line %d of list %s failed", seen.line().number(), job.id());
      count(
          sessions.get(
              (session, realm) -> note(seen, JoinOutcome.FAILED, imports(session, realm))));
    }
  }

  private List<JoinOutcome> follow(List<Seen> batch, KeycloakSession session, RealmModel realm) {
    Office office = new JpaOffices(session, realm).find(job.office()).orElseThrow(Gone::new);
    JpaOfficeImports imports = imports(session, realm);
    List<JoinOutcome> outcomes = new ArrayList<>();
    for (Seen seen : batch) {
      JoinOutcome outcome = reading.follow(seen, session, realm, office);
      outcomes.addAll(note(seen, outcome, imports));
    }
    Map<JoinOutcome, Integer> soFar = new EnumMap<>(counts);
    outcomes.forEach(outcome -> soFar.merge(outcome, 1, Integer::sum));
    imports.progress(
        job.id(),
        new Progress(JpaOfficeImports.RUNNING, lines, done + outcomes.size(), soFar),
        now(session));
    return outcomes;
  }

  private List<JoinOutcome> note(Seen seen, JoinOutcome outcome, JpaOfficeImports imports) {
    if (outcome.isRefusal()) {
      Line line = seen.line();
      imports.error(
          job.id(),
          new JpaOfficeImports.Failure(line.number(), line.customer(), line.user(), outcome));
    }
    return List.of(outcome);
  }

  private void count(List<JoinOutcome> outcomes) {
    outcomes.forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
    done += outcomes.size();
  }

  private void end(String state) {
    sessions.get(
        (session, realm) -> {
          imports(session, realm)
              .progress(job.id(), new Progress(state, lines, done, counts), now(session));
          return state;
        });
  }

  private JpaOfficeImports imports(KeycloakSession session, RealmModel realm) {
    return new JpaOfficeImports(session, realm, job.office());
  }

  private static Instant now(KeycloakSession session) {
    return Twostep.of(session).clock().instant();
  }

  /** The office was removed meanwhile. */
  private static final class Gone extends RuntimeException {
    private static final long serialVersionUID = 1;

    Gone() {
      super("the office is gone");
    }
  }
}
