package dev.twostep.demo;

import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.mail.MailSink;
import dev.twostep.fixture.server.FreePorts;
import dev.twostep.fixture.server.KeycloakServer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code mvn -Pdemo}: Keycloak with the demo's realm and the page "phone &amp; mailbox". */
public final class Demo {

  private static final int SERVER_PORT = 8080;
  private static final int BOARD_PORT = 8025;

  private Demo() {}

  public static void main(String[] arguments) throws InterruptedException {
    say("Starting Keycloak with target/twostep.jar (the first time takes about a minute) …");
    MailSink mail = MailSink.start();
    int port = FreePorts.preferably(SERVER_PORT);
    KeycloakServer server =
        KeycloakServer.development("demo-" + port)
            .port(port)
            .keepData()
            .option("--spi-twostep--default--pretend=true")
            .option("--spi-twostep--default--server-key=" + newServerKey())
            .start();
    int boardPort = FreePorts.preferably(BOARD_PORT);
    AdminApi admin = AdminApi.of(server.url(), KeycloakServer.ADMIN, KeycloakServer.ADMIN_PASSWORD);
    DemoRealm realm = new DemoRealm(admin);
    List<String> problems =
        realm.create(mail.realmSettings(), "http://localhost:" + boardPort + "/*");
    MessageBoard board = MessageBoard.start(boardPort, server.url(), mail);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  say("\nStopping …");
                  board.stop();
                  server.stop();
                  mail.close();
                  say("Stopped.");
                  stopped.countDown();
                },
                "stop-demo"));
    say(announcement(server, boardPort, realm.enrolment()));
    if (!problems.isEmpty()) {
      say("  Something is missing, so some logins will ask for the password only:");
      problems.forEach(problem -> say("  ! " + problem));
    }
    stopped.await();
  }

  private static String announcement(KeycloakServer server, int boardPort, String link) {
    StringBuilder text = new StringBuilder("\n");
    text.append("  Phone & mailbox   http://localhost:").append(boardPort).append("/\n");
    text.append("  Account console   ").append(server.url()).append("/realms/demo/account\n");
    text.append("  One's own factors ").append(server.url()).append("/realms/demo/twostep/me\n");
    text.append("  Admin console     ").append(server.url()).append("/admin   admin / admin\n");
    text.append("  Server's log      ").append(server.logFile()).append("\n\n");
    text.append("  Users, all with the password demo:\n");
    for (DemoOrganization organization : DemoOrganization.all()) {
      text.append("    ").append(organization.name());
      text.append(" (").append(String.join(", ", organization.users())).append("): ");
      text.append(organization.rule()).append('\n');
    }
    text.append("\n  Try: open the first address, log in as anna, give a mobile number such as\n");
    text.append("  0151 23456789, read the code on the page. Then one user of each other\n");
    text.append("  organization; mia is in two of them, and the stricter one decides. Then look\n");
    text.append(
        "  after the factors of whoever is logged in, at “One's own factors”: there, too,\n");
    text.append(
        "  are the devices that they trusted, and app passwords for the client calendar:\n");
    text.append("    curl -d grant_type=password -d client_id=").append(DemoRealm.CALENDAR);
    text.append(" -d username=anna -d password=… \\\n      ").append(server.url());
    text.append("/realms/demo/protocol/openid-connect/token\n");
    text.append(
            "\n  An office: bind an app as Erna, then log in as oskar with its code. Its manager is ")
        .append(DemoOrganization.WITH_APP)
        .append(":\n    ")
        .append(link)
        .append("\n    ")
        .append(server.url())
        .append("/realms/demo/twostep/offices\n");
    text.append(portals(server));
    text.append("  Ctrl-C stops everything.\n");
    return text.toString();
  }

  private static String portals(KeycloakServer server) {
    String realm = server.url() + "/realms/demo";
    return "\n  Portals: as anna, add one and turn its codes on, with a photo by a text message or\n"
        + "  with the key GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ typed:\n    "
        + (realm + "/twostep/me/portals\n")
        + "  Then ask for its code as the invoice collector does at night:\n"
        + "    TOKEN=$(curl -s -d grant_type=client_credentials -d client_id="
        + (DemoRobot.ID + " -d client_secret=" + DemoRobot.SECRET + " \\\n      ")
        + (realm + "/protocol/openid-connect/token | sed 's/.*access_token\":\"//; s/\".*//')\n")
        + "    curl -H \"Authorization: Bearer $TOKEN\" \""
        + realm
        + "/twostep/portals?owner=anna\"\n"
        + "    curl -H \"Authorization: Bearer $TOKEN\" --json '{\"job\":\"night-1\"}' \\\n      "
        + (realm + "/twostep/portals/{id}/lease\n\n");
  }

  private static String newServerKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  @SuppressWarnings("SystemOut") // The console is this program's only place to speak.
  private static void say(String text) {
    System.out.println(text);
  }
}
