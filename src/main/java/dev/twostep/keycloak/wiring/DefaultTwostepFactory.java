package dev.twostep.keycloak.wiring;

import dev.twostep.application.delivery.DeliverLetter;
import dev.twostep.application.delivery.LetterState;
import dev.twostep.application.delivery.Letters;
import dev.twostep.channel.http.AllowedHosts;
import dev.twostep.channel.http.GatewayClients;
import dev.twostep.channel.pretend.DevelopmentMode;
import dev.twostep.channel.pretend.PretendGateway;
import dev.twostep.channel.pretend.PretendInbox;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.keycloak.delivery.ThemedCarrier;
import dev.twostep.keycloak.gateway.GatewayAccess;
import dev.twostep.keycloak.receipt.ToldLetters;
import dev.twostep.keycloak.store.JpaLetters;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.common.util.Environment;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Wires one server: reads the options of {@code --spi-twostep--default--…}. */
public final class DefaultTwostepFactory implements TwostepFactory {

  private static final Logger LOG = Logger.getLogger(DefaultTwostepFactory.class);

  private static final int HOUSEKEEPING_SECONDS = 900;

  private final SendingThreads threads = new SendingThreads();
  private final Clock clock =
      new WatchedClock(
          Clock.systemUTC(),
          System::nanoTime,
          jump ->
              LOG.errorf(
                  "the clock of this server jumped by %s s: codes of authenticator apps are wrong"
                      + " while it is wrong; check its time synchronization",
                  jump.toSeconds()));
  private Optional<ServerKey> key = Optional.empty();
  private Config.Scope options = Config.scope();
  private AllowedHosts hosts = AllowedHosts.parse("");
  private Optional<GatewayAccess.Pretended> pretended = Optional.empty();
  private volatile @Nullable Twostep wired;

  @Override
  public void init(Config.Scope config) {
    options = config;
    key = Keys.inVault(config) ? Optional.empty() : Keys.find(config);
    hosts = AllowedHosts.parse(config.get("gatewayHosts", ""));
    boolean asked = config.getBoolean("pretend", false);
    DevelopmentMode.proven(Environment.getProfile(), asked).ifPresent(this::pretend);
  }

  private void pretend(DevelopmentMode proof) {
    PretendInbox shown = new PretendInbox();
    pretended =
        Optional.of(new GatewayAccess.Pretended(new PretendGateway(proof, shown, clock), shown));
  }

  @Override
  public void postInit(KeycloakSessionFactory sessions) {
    wired = wire(sessions);
    Schedule.start(sessions, clock, housekeeping(), () -> readVault(sessions));
  }

  private Duration housekeeping() {
    return Duration.ofSeconds(options.getInt("housekeepingSeconds", HOUSEKEEPING_SECONDS));
  }

  /** The vault can be asked only once the database is ready. */
  private void readVault(KeycloakSessionFactory sessions) {
    if (Keys.inVault(options)) {
      key = Keys.find(options, sessions);
      wired = wire(sessions);
    }
  }

  private Twostep wire(KeycloakSessionFactory sessions) {
    var client = GatewayClients.create(Trust.of(sessions));
    var access = new GatewayAccess(hosts, client, clock, pretended);
    var told =
        new DeliveryRecord.Told(
            (realm, prefix) -> {},
            (realm, id, price) -> {},
            letter -> create().carryOn(letter),
            this::later);
    var seen = new DeliveryRecord(sessions, clock, told);
    var letters = new ToldLetters(new JpaLetters(sessions), seen.events());
    var carrier =
        new SeenCarrier(new ThemedCarrier(sessions), seen.journal(), clock, new SecureRandom());
    Optional<Dispatch> dispatch =
        key.map(k -> new DeliverLetter(letters, carrier, k, clock))
            .map(d -> new Dispatch(threads, d::deliver, id -> busy(letters, id)));
    NoticePost notices = new NoticePost(sessions, carrier, clock, threads);
    return new WiredTwostep(
        sessions,
        clock,
        key,
        new WiredTwostep.Post(dispatch, notices, access, used(seen), seen.receipts()));
  }

  private void later(Runnable task) {
    CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS, threads::offer).execute(task);
  }

  private Dispatch used(DeliveryRecord seen) {
    return new Dispatch(threads, seen::used, challenge -> {});
  }

  private static void busy(Letters letters, String id) {
    letters.close(id, LetterState.BUSY, "queue full");
  }

  @Override
  public Twostep create(KeycloakSession session) {
    return create();
  }

  private Twostep create() {
    Twostep current = wired;
    if (current == null) {
      throw new IllegalStateException("asked for before the server was wired");
    }
    return current;
  }

  @Override
  public void close() {
    threads.close();
  }

  @Override
  public String getId() {
    return "default";
  }
}
