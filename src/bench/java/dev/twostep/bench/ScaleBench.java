package dev.twostep.bench;

import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.server.EmbeddedDatabase;
import dev.twostep.fixture.server.KeycloakServer;
import dev.twostep.fixture.server.ServerRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code mvn -Pbench verify -Dquick -Dbench.main=dev.twostep.bench.ScaleBench}: what a login costs
 * in a large realm, next to the same in a small one.
 */
public final class ScaleBench {

  private static final int ENOUGH = 20;
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 24);
  private static final int WARM_UP = Integer.getInteger("bench.warmup", 26);
  private static final Path TARGET =
      Path.of(System.getProperty("twostep.project", ""), "target", "bench");

  private ScaleBench() {}

  public static void main(String[] arguments) throws IOException {
    Files.createDirectories(TARGET);
    try (EmbeddedDatabase database = EmbeddedDatabase.start();
        SmsGatewayDouble phones = SmsGatewayDouble.start();
        KeycloakServer server = server(database, phones.port())) {
      plant(database, server, phones);
      run(
          database,
          new ScaleBlocks(server.url(), phones, CpuMeter.of(server.pid())),
          Warmth.of(server.pid()));
    }
  }

  private static KeycloakServer server(EmbeddedDatabase database, int gatewayPort) {
    Statements.prepare(database);
    ServerRecipe recipe = KeycloakServer.production("bench", database);
    TestEnvironment.serverOptions(gatewayPort).forEach(recipe::option);
    Warmth.into(recipe);
    say("Starting Keycloak …");
    return recipe.start();
  }

  private static void plant(
      EmbeddedDatabase database, KeycloakServer server, SmsGatewayDouble phones) {
    AdminApi admin = AdminApi.of(server.url(), KeycloakServer.ADMIN, KeycloakServer.ADMIN_PASSWORD);
    ScaleRealm realm = new ScaleRealm(admin, phones.url());
    for (RealmSize size : RealmSize.values()) {
      say("Making " + size.groups() + " groups and " + size.users() + " users");
      realm.make(size);
      new ScaleRows(database, size, size.stride(ScaleBlocks.USERS)).fill();
      realm.forgetCached(size);
    }
  }

  private static void run(EmbeddedDatabase database, ScaleBlocks blocks, Warmth warmth) {
    for (int round = 1; round <= WARM_UP; round++) {
      blocks.round();
      say("Warm-up " + round + " of " + WARM_UP);
    }
    warmth.settle();
    List<Map<ScaleLogin, Double>> rounds = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      rounds.add(blocks.round());
      say("Round " + round + " of " + ROUNDS);
    }
    Map<ScaleLogin, Statements> statements = new HashMap<>();
    for (ScaleLogin login : ScaleBlocks.all()) {
      Path list = TARGET.resolve("statements-" + login.word() + ".txt");
      statements.put(
          login, Statements.during(database, list, ScaleBlocks.LOGINS, () -> blocks.block(login)));
    }
    String text = new ScaleReport(rounds, statements).markdown(WARM_UP);
    say("\n" + text);
    if (ROUNDS >= ENOUGH) {
      new PageSection("scale").write(text);
    }
  }

  @SuppressWarnings("SystemOut") // The console is this program's only place to speak.
  private static void say(String text) {
    System.out.println(text);
  }
}
