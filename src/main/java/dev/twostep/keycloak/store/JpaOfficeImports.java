package dev.twostep.keycloak.store;

import dev.twostep.domain.office.JoinOutcome;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Lists of accounts that were uploaded for one office, as every node sees them. */
public final class JpaOfficeImports {

  public static final String WAITING = "waiting";
  public static final String RUNNING = "running";
  public static final String DONE = "done";
  public static final String FAILED = "failed";
  public static final String INTERRUPTED = "interrupted";

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

  /**
   * One list.
   *
   * @param by who uploaded it
   * @param touched when a node last worked on it
   */
  public record Import(
      String id, boolean dryRun, String by, Instant started, Progress progress, Instant touched) {

    /** A node that was stopped says nothing any more. */
    public String stateAt(Instant now) {
      Duration silence = progress.state().equals(WAITING) ? LONGEST_WAIT : LONGEST_SILENCE;
      return isOpen() && touched.plus(silence).isBefore(now) ? INTERRUPTED : progress.state();
    }

    public boolean isOpenAt(Instant now) {
      return isOpen() && !stateAt(now).equals(INTERRUPTED);
    }

    private boolean isOpen() {
      return progress.state().equals(WAITING) || progress.state().equals(RUNNING);
    }
  }

  /** How far it is; counts are by outcome. */
  public record Progress(String state, int lines, int done, Map<JoinOutcome, Integer> counts) {}

  /** A line that could not be followed. */
  public record Failure(long line, String customer, String user, JoinOutcome reason) {}

  private final EntityManager em;
  private final String realm;
  private final String office;

  public JpaOfficeImports(KeycloakSession session, RealmModel realm, String office) {
    this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realm = realm.getId();
    this.office = office;
  }

  /** Newest first. */
  public List<Import> all(int most) {
    return em
        .createQuery(
            "from OfficeImportEntity i where i.officeId = :office and i.realmId = :realm"
                + " order by i.startedAt desc, i.id",
            OfficeImportEntity.class)
        .setParameter("office", office)
        .setParameter("realm", realm)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(JpaOfficeImports::read)
        .toList();
  }

  public Optional<Import> find(String id) {
    return row(id).map(JpaOfficeImports::read);
  }

  public void add(Import one) {
    OfficeImportEntity row = new OfficeImportEntity();
    row.id = one.id();
    row.realmId = realm;
    row.officeId = office;
    row.dryRun = one.dryRun();
    row.startedBy = one.by();
    row.startedAt = one.started().toEpochMilli();
    write(row, one.progress(), one.started());
    em.persist(row);
  }

  public void progress(String id, Progress progress, Instant now) {
    row(id).ifPresent(row -> write(row, progress, now));
  }

  public void error(String id, Failure error) {
    OfficeImportErrorEntity row = new OfficeImportErrorEntity();
    row.id = KeycloakModelUtils.generateId();
    row.importId = id;
    row.realmId = realm;
    row.officeId = office;
    row.line = error.line();
    row.customer = error.customer();
    row.userName = error.user();
    row.reason = error.reason().name();
    em.persist(row);
  }

  /** A stretch of the lines that could not be followed, by line. */
  public List<Failure> errors(String id, int first, int most) {
    return em
        .createQuery(
            "from OfficeImportErrorEntity e where e.importId = :id and e.officeId = :office"
                + " and e.realmId = :realm order by e.line, e.id",
            OfficeImportErrorEntity.class)
        .setParameter("id", id)
        .setParameter("office", office)
        .setParameter("realm", realm)
        .setFirstResult(first)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(e -> new Failure(e.line, e.customer, e.userName, JoinOutcome.valueOf(e.reason)))
        .toList();
  }

  private Optional<OfficeImportEntity> row(String id) {
    return Optional.ofNullable(em.find(OfficeImportEntity.class, id))
        .filter(row -> row.realmId.equals(realm) && row.officeId.equals(office));
  }

  private static void write(OfficeImportEntity row, Progress progress, Instant now) {
    row.state = progress.state();
    row.linesAll = progress.lines();
    row.linesDone = progress.done();
    row.outcomes =
        progress.counts().entrySet().stream()
            .map(count -> count.getKey() + "=" + count.getValue())
            .collect(Collectors.joining(","));
    row.touchedAt = now.toEpochMilli();
  }

  private static Import read(OfficeImportEntity row) {
    Map<JoinOutcome, Integer> counts = new EnumMap<>(JoinOutcome.class);
    Arrays.stream(row.outcomes.split(",", -1))
        .map(count -> count.split("=", -1))
        .filter(count -> count.length == 2)
        .forEach(count -> counts.put(JoinOutcome.valueOf(count[0]), Integer.parseInt(count[1])));
    return new Import(
        row.id,
        row.dryRun,
        row.startedBy,
        Instant.ofEpochMilli(row.startedAt),
        new Progress(row.state, row.linesAll, row.linesDone, counts),
        Instant.ofEpochMilli(row.touchedAt));
  }
}
