package dev.twostep.it.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the manual shows works as it stands there. */
@WithKeycloak
class SnippetIT {

  @TempDir Path folder;

  @Test
  @DisplayName("The Python of the manual gets a code, and reports it")
  void python(TestEnvironment environment, RealmApi realm) throws Exception {
    assumeTrue(isThere("python3"), "no python3");
    realm.setUpTwostep();
    PortalRows rows = new PortalRows(realm, environment.database());
    Portal portal = rows.active(realm.createUser("anna", "secret"));
    var there = portal.there(rows.turnOn(portal));
    RobotClient robot = RobotClient.of(environment, realm, "collector");
    Path script = Files.writeString(folder.resolve("robot.py"), block("python"));
    ProcessBuilder python = new ProcessBuilder("python3", script.toString());
    python
        .environment()
        .putAll(
            Map.of(
                "REALM_URL",
                environment.url() + "/realms/" + realm.name(),
                "CLIENT_ID",
                robot.clientId(),
                "CLIENT_SECRET",
                RobotClient.SECRET,
                "OWNER",
                "anna"));

    String output = outputOf(python);

    Matcher code = Pattern.compile("GitHub \\S+ (\\d{6})").matcher(output);
    assertThat(code.find()).as(output).isTrue();
    assertThat(there.login(code.group(1))).isTrue();
    assertThat(rows.row(portal).get("accepted_at")).isNotNull();
  }

  @Test
  @DisplayName("The Java of the manual compiles")
  void java() throws IOException {
    Path source = Files.writeString(folder.resolve("PortalCodes.java"), block("java"));

    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), "--release", "17", source.toString());

    assertThat(result).isZero();
    assertThat(folder.resolve("PortalCodes.class")).exists();
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
