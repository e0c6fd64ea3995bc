package dev.twostep.bench;

import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.server.EmbeddedDatabase;
import dev.twostep.fixture.server.KeycloakServer;
import dev.twostep.fixture.server.ServerRecipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code mvn -Pbench verify -Dquick -Dbench.main=dev.twostep.bench.StartBench}: what Twostep adds
 * to the start of a production Keycloak, both built beforehand, each with a database that it knows.
 */
public final class StartBench {

  private static final int ENOUGH = 10;
  private static final int PAIRS = Integer.getInteger("bench.rounds", ENOUGH);

  private StartBench() {}

  public static void main(String[] arguments) {
    try (EmbeddedDatabase own = EmbeddedDatabase.start();
        EmbeddedDatabase other = EmbeddedDatabase.start();
        KeycloakServer with = server(with(own));
        KeycloakServer without = server(without(other))) {
      List<StartReport.Pair> pairs = new ArrayList<>();
      for (int number = 1; number <= PAIRS; number++) {
        pairs.add(pair(with, without, number % 2 == 0));
        say(
            String.format(
                Locale.ROOT,
                "Pair %d: without %.2f s, with %.2f s",
                number,
                pairs.get(number - 1).without(),
                pairs.get(number - 1).with()));
      }
      report(pairs);
    }
  }

  private static ServerRecipe with(EmbeddedDatabase database) {
    ServerRecipe recipe = KeycloakServer.production("bench-start-with", database);
    TestEnvironment.serverOptions(9).forEach(recipe::option);
    return recipe;
  }

  private static ServerRecipe without(EmbeddedDatabase database) {
    return KeycloakServer.production("bench-start-without", database)
        .jar(Optional.empty())
        .option("--vault-dir=" + TestEnvironment.vault());
  }

  /** The first start makes the tables, and is not measured. */
  private static KeycloakServer server(ServerRecipe recipe) {
    say("Building, and starting for the first time …");
    KeycloakServer server = recipe.start();
    server.stop();
    return server;
  }

  private static StartReport.Pair pair(
      KeycloakServer with, KeycloakServer without, boolean withFirst) {
    if (withFirst) {
      double seconds = seconds(with);
      return new StartReport.Pair(seconds(without), seconds);
    }
    return new StartReport.Pair(seconds(without), seconds(with));
  }

  /** From the start of {@code kc.sh} until it says that it is ready. */
  private static double seconds(KeycloakServer server) {
    long begun = System.nanoTime();
    server.start();
    double seconds = (System.nanoTime() - begun) / 1e9;
    server.stop();
    return seconds;
  }

  private static void report(List<StartReport.Pair> pairs) {
    Path jar = Path.of(System.getProperty("twostep.jar", ""));
    String text = new StartReport(pairs, JarSize.of(jar)).markdown();
    say("\n" + text);
    if (PAIRS >= ENOUGH) {
      new PageSection("start").write(text);
    }
  }

  @SuppressWarnings("SystemOut") // The console is this program's only place to speak.
  private static void say(String text) {
    System.out.println(text);
  }
}
