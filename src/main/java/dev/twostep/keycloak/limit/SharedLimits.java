package dev.twostep.keycloak.limit;

import dev.twostep.application.delivery.Alerts;
import dev.twostep.application.limit.Blocks;
import dev.twostep.application.limit.GuessGuard;
import dev.twostep.application.limit.GuessWatch;
import dev.twostep.application.limit.Sentry;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.limit.Caps;
import dev.twostep.domain.limit.Network;
import dev.twostep.keycloak.store.Books;
import dev.twostep.keycloak.store.JpaAlerts;
import dev.twostep.keycloak.store.JpaBlocks;
import dev.twostep.keycloak.store.JpaGuesses;
import dev.twostep.keycloak.store.JpaSpending;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Everything of one server that concerns the limits that all accounts share. */
public final class SharedLimits {

  private final KeycloakSessionFactory sessions;
  private final boolean counting;
  private final JpaAlerts alerts;
  private final Blocks blocks;
  private final JpaSpending spending;
  private final GuessWatch watch;

  public SharedLimits(
      KeycloakSessionFactory sessions, Optional<ServerKey> key, Books books, Clock clock) {
    this.sessions = sessions;
    this.counting = key.isPresent();
    this.alerts = new JpaAlerts(sessions, clock, LimitMeters::alert);
    this.blocks = new JpaBlocks(sessions, clock);
    this.spending = new JpaSpending(sessions, key, books, clock, LimitSettings.PRICES::of);
    this.watch = new GuessWatch(new JpaGuesses(sessions), this::alarmOf, alerts, clock);
  }

  private Caps alarmOf(String realm) {
    return KeycloakModelUtils.<Caps>runJobInTransactionWithResult(
        sessions,
        session -> {
          RealmModel found = session.realms().getRealm(realm);
          return found == null ? Caps.none() : LimitSettings.WRONG_ALARM.of(found);
        });
  }

  /** Who tells administrators what is wrong. */
  public Alerts alerts() {
    return alerts;
  }

  /** The same for reading. */
  public JpaAlerts raised() {
    return alerts;
  }

  public Blocks blocks() {
    return blocks;
  }

  /** The journal of costs, and the corrections of receipts. */
  public JpaSpending spending() {
    return spending;
  }

  public Sentry sentry() {
    return new Sentry(alerts, blocks);
  }

  /** How answers from that address are counted; not at all without a key to hide it by. */
  public GuessGuard guesses(String clientIp) {
    return counting ? GuessGuard.of(watch, Network.of(clientIp)) : GuessGuard.none();
  }

  /** Looks once whether somebody guesses; to be called every few seconds. */
  public void look() {
    watch.look();
  }
}
