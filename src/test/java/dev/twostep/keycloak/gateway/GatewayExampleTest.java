package dev.twostep.keycloak.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The manual shows the very gateway that is built and used in a test. */
class GatewayExampleTest {

  private static final Path PROJECT = Path.of(System.getProperty("twostep.project"));

  @Test
  void theManualHasTheExampleWordForWord() throws IOException {
    String manual = Files.readString(PROJECT.resolve("docs/developers.md"));
    String example =
        Files.readString(PROJECT.resolve("src/test/resources/providers/PaperPlaneFactory.java"));

    assertThat(manual).contains("```java\n" + example + "```");
    // Imports aside, it is as short as it looks.
    assertThat(
            example
                .lines()
                .filter(line -> !line.isBlank())
                .filter(line -> !line.startsWith("import ")))
        .hasSizeLessThanOrEqualTo(40);
  }
}
