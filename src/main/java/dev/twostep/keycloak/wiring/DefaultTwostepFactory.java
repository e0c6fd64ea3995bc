package dev.twostep.keycloak.wiring;

import dev.twostep.channel.http.AllowedHosts;
import dev.twostep.channel.http.GatewayClients;
import dev.twostep.channel.pretend.DevelopmentMode;
import dev.twostep.channel.pretend.PretendGateway;
import dev.twostep.channel.pretend.PretendInbox;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.keycloak.gateway.GatewayAccess;
import dev.twostep.picture.Photos;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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
  private static final int NOTICE_SECONDS = 60;

  private final SendingThreads threads = new SendingThreads();
  private final Photos photos = Photos.open();
  private final Clock clock = new WatchedClock(Clock.systemUTC(), System::nanoTime, this::jumped);
  private Optional<ServerKey> key = Optional.empty();
  private Config.Scope options = Config.scope();
  private AllowedHosts hosts = AllowedHosts.parse("");
  private Optional<GatewayAccess.Pretended> pretended = Optional.empty();
  private volatile @Nullable WiredTwostep wired;

  @Override
  public void init(Config.Scope config) {
    options = config;
    key = Keys.inVault(config) ? Optional.empty() : Keys.find(config);
    hosts = AllowedHosts.parse(config.get("gatewayHosts", ""));
    boolean asked = config.getBoolean("pretend", false);
    DevelopmentMode.proven(Environment.getProfile(), asked).ifPresent(this::pretend);
  }

  private void jumped(Duration jump) {
    LOG.errorf(
        "the clock of this server jumped by %s s: codes of authenticator apps are wrong"
            + " while it is wrong; check its time synchronization",
        jump.toSeconds());
    Optional.ofNullable(wired).ifPresent(known -> known.robotDesk().clock().doubt());
  }

  private void pretend(DevelopmentMode proof) {
    PretendInbox shown = new PretendInbox();
    pretended =
        Optional.of(new GatewayAccess.Pretended(new PretendGateway(proof, shown, clock), shown));
  }

  @Override
  public void postInit(KeycloakSessionFactory sessions) {
    wired = wire(sessions);
    Schedule.start(sessions, clock, rhythm(), () -> ready(sessions));
  }

  private Schedule.Rhythm rhythm() {
    return new Schedule.Rhythm(
        Duration.ofSeconds(options.getInt("housekeepingSeconds", HOUSEKEEPING_SECONDS)),
        Duration.ofSeconds(options.getInt("noticeSeconds", NOTICE_SECONDS)));
  }

  /** The vault can be asked, and letters can be looked for, only once the database is ready. */
  private void ready(KeycloakSessionFactory sessions) {
    if (Keys.inVault(options)) {
      key = Keys.find(options, sessions);
      wired = wire(sessions);
    }
    var portalKeys = Keys.ofPortals(options, sessions, key);
    Optional.ofNullable(wired).ifPresent(known -> known.start(portalKeys));
  }

  private WiredTwostep wire(KeycloakSessionFactory sessions) {
    var client = GatewayClients.create(Trust.of(sessions), threads.answers());
    var access = new GatewayAccess(hosts, client, clock, pretended);
    return new Wiring(sessions, clock, threads, photos).all(key, access);
  }

  @Override
  public Twostep create(KeycloakSession session) {
    Twostep current = wired;
    if (current == null) {
      throw new IllegalStateException("asked for before the server was wired");
    }
    return current;
  }

  @Override
  public void close() {
    Optional.ofNullable(wired).ifPresent(WiredTwostep::stop);
    threads.close();
    photos.close();
  }

  @Override
  public String getId() {
    return "default";
  }
}
