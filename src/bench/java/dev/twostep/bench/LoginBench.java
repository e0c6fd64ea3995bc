package dev.twostep.bench;

import dev.twostep.bench.Arrivals.Outcome;
import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.server.EmbeddedDatabase;
import dev.twostep.fixture.server.KeycloakServer;
import dev.twostep.fixture.server.ServerRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      try (ServerMeter meter = ServerMeter.of(server.pid())) {
        LoginRun run =
            new LoginRun(
                settings,
                new Rounds(settings, logins, meter),
                Warmth.of(server.pid()),
                LoginBench::say);
        report(run, database, new Arrivals(settings.arrivals(), logins));
        if (!Settings.flightRecording().isBlank()) {
          run.record(new FlightRecording(server.pid(), Path.of(Settings.flightRecording())));
        }
      }
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

  private void seed(KeycloakServer server, MailDrop mails, SmsGatewayDouble phones) {
    AdminApi admin = AdminApi.of(server.url(), KeycloakServer.ADMIN, KeycloakServer.ADMIN_PASSWORD);
    RealmSeed seed = new RealmSeed(admin, mails.port(), phones.url());
    for (Variant variant : settings.variants()) {
      say("Making " + settings.users() + " users of: " + variant.label());
      seed.plant(variant, settings.users());
    }
  }

  private void report(LoginRun run, EmbeddedDatabase database, Arrivals arrivals) {
    List<Measurement> measurements = run.measure();
    Map<Variant, Statements> statements = run.count(database, target);
    Map<Variant, Outcome> arrived = run.arrive(arrivals);
    Report report = new Report(settings, measurements, statements, arrived);
    report.writeCsv(target.resolve("logins.csv"));
    say("\n" + report.markdown());
    Path plots = settings.isEnough() ? PROJECT.resolve("docs/performance") : target;
    new Plots(new Figures(measurements), settings, arrived).writeInto(plots);
    say("Plots are in " + plots);
    if (settings.isEnough()) {
      MarkedPage.of(PROJECT.resolve("docs/performance.md")).put("logins", report.markdown());
    }
  }

  @SuppressWarnings("SystemOut") // The console is this program's only place to speak.
  static void say(String text) {
    System.out.println(text);
  }
}
