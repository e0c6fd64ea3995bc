package dev.twostep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A manual that leads nowhere helps nobody. */
class ReadmeTest {

  private static final Path PROJECT = Path.of(System.getProperty("twostep.project", ""));
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern MAIN_PATH =
      Pattern.compile("(?s)\n## The main path through the code\n(.*?)\n## ");
  private static final Pattern NUMBERED_LINK =
      Pattern.compile("(?m)^[0-9]+\\. \\[[^\\]]+\\]\\([^)]+\\)");

  static Stream<Path> pages() throws IOException {
    return Stream.of(".", "docs", ".github")
        .map(PROJECT::resolve)
        .flatMap(folder -> markdown(folder).stream());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyRelativeLinkLeadsToAFile(Path page) throws IOException {
    assertThat(relativeLinks(page)).allSatisfy(link -> assertThat(target(page, link)).exists());
  }

  @Test
  void theMainPathThroughTheCodeIsEightLinks() throws IOException {
    String mainPath =
        MAIN_PATH
            .matcher(Files.readString(PROJECT.resolve("README.md")))
            .results()
            .map(section -> section.group(1))
            .findFirst()
            .orElseThrow();

    assertThat(NUMBERED_LINK.matcher(mainPath).results()).hasSize(8);
    assertThat(LINK.matcher(mainPath).results()).hasSize(8);
  }

  private static List<String> relativeLinks(Path page) throws IOException {
    return LINK.matcher(Files.readString(page))
        .results()
        .map((MatchResult link) -> link.group(1))
        .filter(link -> !link.contains("://") && !link.startsWith("#"))
        .toList();
  }

  private static Path target(Path page, String link) {
    return page.resolveSibling(link.replaceFirst("#.*", ""));
  }

  private static List<Path> markdown(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
