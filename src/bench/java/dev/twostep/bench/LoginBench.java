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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** {@code mvn -Pbench verify}: what a login costs the server, Twostep's next to Keycloak's own. */
public final class LoginBench {

  private static final Path PROJECT = Path.of(System.getProperty("twostep.project", ""));

  private final Settings settings = Settings.read();
  private final Path target = PROJECT.resolve("target/bench");

  private LoginBench() {}

  public static void main(String[] arguments) throws IOException {
    new LoginBench().run();
  }

  private void run() throws IOException {
    Files.createDirectories(target);
    try (EmbeddedDatabase database = EmbeddedDatabase.start();
        MailDrop mails = MailDrop.open();
        SmsGatewayDouble phones = SmsGatewayDouble.start();
        KeycloakServer server = server(database, phones.port())) {
      seed(server, mails, phones);
      Logins logins = new Logins(server.url(), phones, mails);
      Rounds rounds = new Rounds(settings, logins, CpuMeter.of(server.pid()));
      report(measure(rounds), count(rounds, database));
    }
  }

  private static KeycloakServer server(EmbeddedDatabase database, int gatewayPort) {
    Statements.prepare(database);
    ServerRecipe recipe = KeycloakServer.production("bench", database);
    TestEnvironment.serverOptions(gatewayPort).forEach(recipe::option);
    if (!Settings.javaOptions().isBlank()) {
      recipe.environment("JAVA_OPTS_APPEND", Settings.javaOptions());
    }
    say("Starting Keycloak …");
    return recipe.start();
  }

  private void seed(KeycloakServer server, MailDrop mails, SmsGatewayDouble phones) {
    AdminApi admin = AdminApi.of(server.url(), KeycloakServer.ADMIN, KeycloakServer.ADMIN_PASSWORD);
    RealmSeed seed = new RealmSeed(admin, mails.port(), phones.url());
    for (Variant variant : settings.variants()) {
      say("Making " + settings.users() + " users of: " + variant.label());
      seed.plant(variant, settings.users());
    }
  }

  private List<Measurement> measure(Rounds rounds) {
    for (int round = 1; round <= settings.warmUp(); round++) {
      rounds.round(-round);
      say("Warm-up " + round + " of " + settings.warmUp());
    }
    List<Measurement> all = new ArrayList<>();
    for (int round = 1; round <= settings.rounds(); round++) {
      all.addAll(rounds.round(round));
      say("Round " + round + " of " + settings.rounds());
    }
    return all;
  }

  private Map<Variant, Statements> count(Rounds rounds, EmbeddedDatabase database) {
    Map<Variant, Statements> counted = new EnumMap<>(Variant.class);
    for (Variant variant : settings.variants()) {
      Path list = target.resolve("statements-" + variant.word() + ".txt");
      counted.put(
          variant,
          Statements.during(database, list, settings.logins(), () -> rounds.block(0, variant)));
    }
    return counted;
  }

  private void report(List<Measurement> measurements, Map<Variant, Statements> statements) {
    Report report = new Report(settings, measurements, statements);
    report.writeCsv(target.resolve("logins.csv"));
    say("\n" + report.markdown());
    if (settings.isEnough()) {
      report.writeInto(PROJECT.resolve("docs/performance.md"));
    }
  }

  @SuppressWarnings("SystemOut") // The console is this program's only place to speak.
  private static void say(String text) {
    System.out.println(text);
  }
}
