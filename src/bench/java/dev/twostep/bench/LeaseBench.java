package dev.twostep.bench;

import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.server.EmbeddedDatabase;
import dev.twostep.fixture.server.KeycloakServer;
import dev.twostep.fixture.server.ServerRecipe;
import dev.twostep.it.portal.PortalRows;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * {@code mvn -Pbench verify -Dbench.main=dev.twostep.bench.LeaseBench}: how long a robot waits for
 * a code at fifty requests a second, next to plain REST calls of Keycloak with the same token.
 */
public final class LeaseBench {

  private static final int A_SECOND = 50;
  private static final int SECONDS = 10;
  private static final int ROUNDS = 3;
  private static final int WARM_UP = 2;

  /** What is asked for. */
  private enum Call {
    LEASE,
    USER_INFO,
    ADMIN_USER
  }

  private final Map<Call, Latencies> taken = new EnumMap<>(Call.class);
  private final List<String> portals = new ArrayList<>();
  private int next;

  private LeaseBench() {
    for (Call call : Call.values()) {
      taken.put(call, new Latencies());
    }
  }

  public static void main(String[] arguments) {
    new LeaseBench().run();
  }

  private void run() {
    try (EmbeddedDatabase database = EmbeddedDatabase.start();
        KeycloakServer server = server(database);
        OpenLoop loop = new OpenLoop()) {
      AdminApi admin =
          AdminApi.of(server.url(), KeycloakServer.ADMIN, KeycloakServer.ADMIN_PASSWORD);
      RealmApi realm = admin.createRealm(Map.of("realm", "lease", "enabled", true));
      realm.post("twostep/setup", Map.of()).orFail();
      BenchRobot robot = BenchRobot.made(server.url(), realm);
      String owner = realm.createUser("owner", "secret");
      plant(new PortalRows(realm, database), owner);
      for (int round = 1 - WARM_UP; round <= ROUNDS; round++) {
        for (Call call : Call.values()) {
          Latencies measured = round > 0 ? taken.get(call) : new Latencies();
          String token = robot.token();
          loop.run(visits(server.url(), call, measured, robot.with(token, owner)), apart());
        }
        say("Round " + round);
      }
    }
    report();
  }

  private static KeycloakServer server(EmbeddedDatabase database) {
    ServerRecipe recipe = KeycloakServer.production("bench", database);
    TestEnvironment.serverOptions().forEach(recipe::option);
    say("Starting Keycloak …");
    return recipe.start();
  }

  /** One for each lease: what is measured is no queue. */
  private void plant(PortalRows rows, String owner) {
    say("Making portals …");
    IntStream.range(0, A_SECOND * SECONDS * (ROUNDS + WARM_UP))
        .forEach(n -> portals.add(rows.active(owner).id()));
  }

  private static Duration apart() {
    return Duration.ofSeconds(1).dividedBy(A_SECOND);
  }

  private List<Supplier<Boolean>> visits(
      URI server, Call call, Latencies measured, BenchRobot.Holding robot) {
    List<Supplier<Boolean>> visits = new ArrayList<>();
    for (int n = 0; n < A_SECOND * SECONDS; n++) {
      String portal = call == Call.LEASE ? portals.get(next++) : "";
      visits.add(
          () -> {
            long start = System.nanoTime();
            switch (call) {
              case LEASE -> robot.lease(server, portal);
              case USER_INFO -> robot.userInfo(server);
              case ADMIN_USER -> robot.adminUser(server);
            }
            measured.add(System.nanoTime() - start);
            return true;
          });
    }
    return visits;
  }

  private void report() {
    say(Machine.description());
    taken.forEach(
        (call, latencies) ->
            say(
                String.format(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %.2f |",
                    call,
                    latencies.count(),
                    latencies.millis(0.5),
                    latencies.millis(0.99),
                    taken.get(Call.LEASE).millis(0.99) / latencies.millis(0.99))));
  }

  @SuppressWarnings("SystemOut") // The console is this program's only place to speak.
  private static void say(String text) {
    System.out.println(text);
  }
}
