package dev.twostep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every package says what lives there, and that null is the exception in it. */
class PackageInfoTest {

  private static final Path SOURCES =
      Path.of(System.getProperty("twostep.project", ""), "src", "main", "java");

  static Stream<Path> packages() throws IOException {
    try (Stream<Path> folders = Files.walk(SOURCES)) {
      return folders.filter(PackageInfoTest::holdsJava).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("packages")
  void saysWhatLivesThere(Path folder) throws IOException {
    Path info = folder.resolve("package-info.java");

    assertThat(info).exists();
    assertThat(Files.readString(info))
        .startsWith("/**")
        .contains("@NullMarked\npackage dev.twostep");
  }

  private static boolean holdsJava(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
