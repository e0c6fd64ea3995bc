package dev.twostep.keycloak.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The names by which meters know realms; one that was given lately is found a minute later. */
final class RealmNames implements UnaryOperator<String> {

  private static final Duration KEPT = Duration.ofMinutes(1);

  private record Known(String name, Instant until) {}

  private final UnaryOperator<String> source;
  private final Clock clock;
  private final Map<String, Known> names = new ConcurrentHashMap<>();

  RealmNames(UnaryOperator<String> source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /** The id itself for a realm that is gone. */
  static RealmNames of(KeycloakSessionFactory sessions, Clock clock) {
    return new RealmNames(
        id ->
            KeycloakModelUtils.<String>runJobInTransactionWithResult(
                sessions,
                session -> {
                  RealmModel realm = session.realms().getRealm(id);
                  return realm == null ? id : realm.getName();
                }),
        clock);
  }

  @Override
  public String apply(String id) {
    Instant now = clock.instant();
    Known known = names.get(id);
    if (known == null || !now.isBefore(known.until())) {
      known = new Known(source.apply(id), now.plus(KEPT));
      names.put(id, known);
    }
    return known.name();
  }
}
