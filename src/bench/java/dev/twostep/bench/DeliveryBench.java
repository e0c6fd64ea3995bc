package dev.twostep.bench;

import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.mail.RecordingSmtpServer;
import dev.twostep.fixture.server.EmbeddedDatabase;
import dev.twostep.fixture.server.KeycloakServer;
import dev.twostep.fixture.server.ServerRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code mvn -Pbench verify -Dquick -Dbench.main=dev.twostep.bench.DeliveryBench}: what users
 * notice of gateways and mail servers that are slow, broken or dead.
 */
public final class DeliveryBench {

  private static final int USERS = 4500;
  private static final int OTHERS = 200;
  private static final Path PROJECT = Path.of(System.getProperty("twostep.project", ""));

  private DeliveryBench() {}

  public static void main(String[] arguments) throws IOException {
    List<String> lines = new ArrayList<>();
    try (EmbeddedDatabase database = EmbeddedDatabase.start();
        SmsGatewayDouble first = SmsGatewayDouble.start();
        SmsGatewayDouble second = SmsGatewayDouble.start();
        RecordingSmtpServer hanging = RecordingSmtpServer.hanging();
        KeycloakServer server = server(database, first, second)) {
      say("Making " + USERS + " users");
      AdminApi admin =
          AdminApi.of(server.url(), KeycloakServer.ADMIN, KeycloakServer.ADMIN_PASSWORD);
      new DeliveryRealm(admin, first, second, hanging.port()).plant(USERS, OTHERS);
      Crowd crowd = new Crowd(server.url(), List.of(first, second), USERS);
      ServerWatch watch = new ServerWatch(server.pid(), database);
      note(lines, List.of(new SlowGateway(crowd, watch).measure().markdown()));
      note(lines, new MixedFailures(crowd).measure());
      note(lines, new DeadMailServer(server.url()).measure());
    }
    note(lines, List.of(Machine.description()));
    if (SlowGateway.ROUNDS >= SlowGateway.ENOUGH) {
      new PageSection("delivery").write(lines.get(0));
    }
    Path report = PROJECT.resolve("target/bench/delivery.txt");
    Files.createDirectories(report.getParent());
    Files.write(report, lines);
  }

  private static void note(List<String> lines, List<String> more) {
    more.forEach(DeliveryBench::say);
    lines.addAll(more);
  }

  private static KeycloakServer server(
      EmbeddedDatabase database, SmsGatewayDouble first, SmsGatewayDouble second) {
    ServerRecipe recipe = KeycloakServer.production("bench", database);
    TestEnvironment.serverOptions(first.port()).stream()
        .map(option -> option.contains("gateway-hosts") ? option + "," + second.url() : option)
        .map(option -> option.replaceAll("/sms$", ""))
        .forEach(recipe::option);
    say("Starting Keycloak …");
    return recipe.start();
  }

  @SuppressWarnings("SystemOut") // The console is this program's only place to speak.
  static void say(String text) {
    System.out.println(text);
  }
}
