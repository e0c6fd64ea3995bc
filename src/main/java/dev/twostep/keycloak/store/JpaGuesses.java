package dev.twostep.keycloak.store;

import dev.twostep.application.limit.GuessWatch;
import dev.twostep.domain.limit.Slot;
import dev.twostep.domain.limit.Tally.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The wrong answers that all nodes have counted; a few rows by an index, every few seconds. */
public final class JpaGuesses implements GuessWatch.Guesses {

  private final KeycloakSessionFactory sessions;

  public JpaGuesses(KeycloakSessionFactory sessions) {
    this.sessions = sessions;
  }

  @Override
  public Map<String, List<Slot>> ofRealms(Instant since) {
    return slots(
        "select t.realmId, t.slot, t.amount from TallyEntity t"
            + " where t.kind = :kind and t.slot > :since",
        Map.of("kind", Kind.WRONG.name(), "since", before(since)));
  }

  @Override
  public Map<String, List<Slot>> ofNetworks(String realm, Instant since, int least) {
    return slots(
        "select t.name, t.slot, t.amount from TallyEntity t"
            + " where t.kind = :kind and t.slot > :since and t.realmId = :realm and t.name in"
            + " (select u.name from TallyEntity u where u.kind = :kind and u.slot > :since"
            + " group by u.name having sum(u.amount) >= :least)",
        Map.of(
            "kind",
            Kind.WRONG_IP.name(),
            "since",
            before(since),
            "realm",
            realm,
            "least",
            (long) least));
  }

  private static long before(Instant since) {
    return since.minus(Kind.WRONG.width()).toEpochMilli();
  }

  private Map<String, List<Slot>> slots(String query, Map<String, Object> parameters) {
    return KeycloakModelUtils.<Map<String, List<Slot>>>runJobInTransactionWithResult(
        sessions,
        session -> {
          var em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
          var asked = em.createQuery(query, Object[].class);
          parameters.forEach(asked::setParameter);
          Map<String, List<Slot>> found = new HashMap<>();
          asked
              .getResultStream()
              .forEach(
                  row ->
                      found
                          .computeIfAbsent((String) row[0], name -> new ArrayList<>())
                          .add(JpaTallies.slot(row)));
          return found;
        });
  }
}
