package dev.twostep.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.it.portal.PortalRows.Portal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the manual shows works as it stands there. */
@WithKeycloak
class SnippetIT {

  /** A portal that refuses: the report must not say otherwise. */
  private static final String PYTHON =
      """
      import robot
      def login(portal, code):
          print(portal["name"], code)
          return False, None
      robot.login = login
      robot.main()
      """;

  private static final String JAVA =
      """
      final class Run {
        public static void main(String[] of) throws Exception {
          PortalCodes codes = new PortalCodes(of[0]);
          System.out.println(codes.lease(of[1], "one", of[2]));
          var said = new PortalCodes.Said(true, Optional.of(Instant.now()));
          codes.report(of[1], "one", said, of[2]);
          try {
            codes.report(of[1], "other", said, of[2]);
          } catch (IOException refused) {
            System.out.println(refused.getMessage());
          }
        }
      }
      """;

  @TempDir Path folder;

  @Test
  @DisplayName("The Python of the manual gets codes of active portals, and reports what became")
  void python(TestEnvironment environment, RealmApi realm) throws Exception {
    assertThat(isThere("python3")).as("install python3: the manual's example is run").isTrue();
    realm.setUpTwostep();
    PortalRows rows = new PortalRows(realm, environment.database());
    String ada =
        realm.createUser(
            Map.of(
                "username", "ada+x@example.test",
                "email", "ada+x@example.test",
                "enabled", true));
    Portal portal = rows.active(ada);
    Portal paused = rows.active(ada);
    rows.database().sql("update twostep_portal set state = 'paused' where id = ?", paused.id());
    var there = portal.there(rows.turnOn(portal));
    RobotClient robot = RobotClient.of(environment, realm, "collector");
    Files.writeString(folder.resolve("robot.py"), block("python"));
    ProcessBuilder python = new ProcessBuilder("python3", "-c", PYTHON);
    python.directory(folder.toFile());
    python
        .environment()
        .putAll(
            Map.of(
                "REALM_URL",
                url(environment, realm),
                "CLIENT_ID",
                robot.clientId(),
                "CLIENT_SECRET",
                RobotClient.SECRET,
                "OWNER",
                "ada+x@example.test"));

    String output = outputOf(python);

    Matcher code = Pattern.compile("GitHub \\S+ (\\d{6})").matcher(output);
    assertThat(code.find()).as(output).isTrue();
    assertThat(there.login(code.group(1))).isTrue();
    assertThat(rows.row(portal)).containsEntry("refusals", 1).containsEntry("accepted_at", null);
    assertThat(rows.row(paused)).containsEntry("last_step", Long.MIN_VALUE);
  }

  @Test
  @DisplayName("The Java of the manual gets a code, reports it, and says what went wrong")
  void java(TestEnvironment environment) throws Exception {
    RealmApi realm = environment.newRealm("snippet-java");
    realm.setUpTwostep();
    PortalRows rows = new PortalRows(realm, environment.database());
    Portal portal = rows.active(realm.createUser("anna", "secret"));
    var there = portal.there(rows.turnOn(portal));
    RobotClient robot = RobotClient.of(environment, realm, "collector");
    String source = block("java").replaceFirst("\nfinal class", "\n" + JAVA + "\nfinal class");
    Path file = Files.writeString(folder.resolve("Run.java"), source);

    String output =
        outputOf(
            new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                file.toString(),
                url(environment, realm),
                portal.id(),
                robot.token()));

    Matcher code = Pattern.compile("\"code\":\"(\\d{6})\"").matcher(output);
    assertThat(code.find()).as(output).isTrue();
    assertThat(there.login(code.group(1))).isTrue();
    assertThat(output).contains("404").contains("no-lease");
    assertThat(rows.row(portal).get("accepted_at")).isNotNull();
  }

  private static String url(TestEnvironment environment, RealmApi realm) {
    return environment.url() + "/realms/" + realm.name();
  }

  private static String block(String language) throws IOException {
    Path manual = Path.of(System.getProperty("twostep.project"), "docs/applications.md");
    Matcher blocks =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(manual));
    String found = "";
    while (blocks.find()) {
      String block = blocks.group(1);
      found = block.toLowerCase(Locale.ROOT).contains("portals/") ? block : found;
    }
    return found;
  }

  private static boolean isThere(String program) {
    try {
      return outputOf(new ProcessBuilder(program, "--version")).contains("Python 3");
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private static String outputOf(ProcessBuilder program) throws IOException, InterruptedException {
    Process started = program.redirectErrorStream(true).start();
    String output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(started.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return output;
  }
}
