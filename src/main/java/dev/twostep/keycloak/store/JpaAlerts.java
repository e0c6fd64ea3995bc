package dev.twostep.keycloak.store;

import dev.twostep.application.delivery.Alerts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Alerts in Keycloak's database: of all nodes, the first one that raises it tells it. */
public final class JpaAlerts implements Alerts {

  /** One alert as administrators see it. */
  public record Alert(String sign, String message, Instant at) {}

  private static final Logger LOG = Logger.getLogger("dev.twostep.alert");
  private static final int LONGEST = 1000;
  private static final int MOST_SHOWN = 100;
  private static final int MOST_REMEMBERED = 1000;

  private final KeycloakSessionFactory sessions;
  private final Clock clock;
  private final Consumer<String> heard;

  /** Raised lately: most are raised again with every request that meets the same trouble. */
  private final Set<String> raised = ConcurrentHashMap.newKeySet();

  /**
   * @param heard is told the code of every alert that was new, for the meter
   */
  public JpaAlerts(KeycloakSessionFactory sessions, Clock clock, Consumer<String> heard) {
    this.sessions = sessions;
    this.clock = clock;
    this.heard = heard;
  }

  /** Never fails: what it is told about must not become worse by it. */
  @Override
  public void raise(String realm, String code, String text) {
    raise(new Raised(realm, code, text), code);
  }

  @Override
  public void raise(String realm, String code, String subject, String text) {
    raise(new Raised(realm, code, text), code + ":" + subject);
  }

  private void raise(Raised alert, String key) {
    Instant now = clock.instant();
    String id = alert.realm() + ":" + key + ":" + period(alert.sign(), now);
    if (raised.size() >= MOST_REMEMBERED) {
      raised.clear();
    }
    if (!raised.add(id)) {
      return;
    }
    try {
      if (isNew(id, alert, now)) {
        heard.accept(alert.sign());
      }
    } catch (RuntimeException e) {
      raised.remove(id);
      LOG.errorf(
          e,
          "realm %s: %s (%s), and it could not be written down",
          alert.realm(),
          alert.message(),
          alert.sign());
    }
  }

  private record Raised(String realm, String sign, String message) {}

  /** Budgets are a day's, everything else may be told again an hour later. */
  private static long period(String code, Instant now) {
    return now.getEpochSecond() / (code.startsWith("budget-") ? 86_400 : 3_600);
  }

  private boolean isNew(String id, Raised alert, Instant now) {
    return inSession(
        session -> {
          boolean first =
              session
                      .getProvider(JpaConnectionProvider.class)
                      .getEntityManager()
                      .createQuery(
                          "insert into AlertEntity (id, realmId, code, text, raisedAt)"
                              + " values (:id, :realm, :code, :text, :at)"
                              + " on conflict (id) do nothing")
                      .setParameter("id", id)
                      .setParameter("realm", alert.realm())
                      .setParameter("code", alert.sign())
                      .setParameter("text", cut(alert.message()))
                      .setParameter("at", now.toEpochMilli())
                      .executeUpdate()
                  == 1;
          if (first) {
            LOG.errorf(
                "realm %s: %s (%s)", name(session, alert.realm()), alert.message(), alert.sign());
          }
          return first;
        });
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  private static String name(KeycloakSession session, String id) {
    var realm = session.realms().getRealm(id);
    return realm == null ? id : realm.getName();
  }

  /** The last ones, newest first. */
  public List<Alert> of(String realm) {
    return inSession(
        session ->
            session
                .getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                    "from AlertEntity a where a.realmId = :realm order by a.raisedAt desc",
                    AlertEntity.class)
                .setParameter("realm", realm)
                .setMaxResults(MOST_SHOWN)
                .getResultStream()
                .map(a -> new Alert(a.code, a.text, Instant.ofEpochMilli(a.raisedAt)))
                .toList());
  }

  private <T> T inSession(Function<KeycloakSession, T> work) {
    return KeycloakModelUtils.runJobInTransactionWithResult(sessions, work::apply);
  }
}
