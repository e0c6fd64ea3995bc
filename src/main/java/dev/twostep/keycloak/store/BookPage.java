package dev.twostep.keycloak.store;

import dev.twostep.application.limit.Tallies.Charge;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.limit.Tally;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** One transaction's worth of entries; counts that many share are added up and written last. */
public final class BookPage {

  /** What is counted together. */
  private record Line(String realm, Tally tally, Instant slot) {}

  private static final Comparator<Line> EVERYBODYS_ORDER =
      Comparator.comparing(Line::realm).thenComparing(Line::tally).thenComparing(Line::slot);

  private final KeycloakSession session;
  private final Optional<ServerKey> key;
  private final Map<Line, Long> counts = new TreeMap<>(EVERYBODYS_ORDER);
  private final List<Runnable> afterwards = new ArrayList<>();

  public BookPage(KeycloakSession session, Optional<ServerKey> key) {
    this.session = session;
    this.key = key;
  }

  KeycloakSession session() {
    return session;
  }

  EntityManager em() {
    return session.getProvider(JpaConnectionProvider.class).getEntityManager();
  }

  /** Counts without a limit, in the slot of that time. */
  void count(String realm, Charge charge, Instant at) {
    Line line = new Line(realm, charge.tally(), charge.tally().slotAt(at));
    counts.merge(line, charge.amount(), Long::sum);
  }

  /** Runs that once everything is committed. */
  void afterwards(Runnable told) {
    afterwards.add(told);
  }

  /** Writes the counts, in the order in which everybody locks them. */
  public void close() {
    em().flush();
    counts.forEach(
        (line, amount) ->
            new JpaTallies(em(), line.realm(), key)
                .add(Charge.unlimited(line.tally(), amount), line.slot()));
  }

  public List<Runnable> afterwards() {
    return List.copyOf(afterwards);
  }
}
