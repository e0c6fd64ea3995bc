package dev.twostep.it.bare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.picture.PhotoSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The one jar holds what Keycloak lacks, under our own names, and nothing that Keycloak ships. */
class OneJarIT {

  private static final Path JAR = Path.of(System.getProperty("twostep.jar"));
  private static final Path KEYCLOAK = Path.of(System.getProperty("twostep.dist"));

  @Test
  void holdsOnlyOurOwnNames() throws IOException {
    Set<String> strangers = entries(JAR);
    strangers.removeIf(
        name ->
            name.startsWith("dev/twostep/")
                || name.startsWith("META-INF/")
                || name.startsWith("theme-resources/"));

    assertThat(strangers).isEmpty();
  }

  @Test
  void holdsTheRelocatedLibraryWithItsData() throws IOException {
    Set<String> names = entries(JAR);

    assertThat(names)
        .contains(
            "dev/twostep/shaded/phonenumbers/PhoneNumberUtil.class",
            "dev/twostep/shaded/phonenumbers/data/PhoneNumberMetadataProto_DE");
  }

  @Test
  void holdsNoClassOfKeycloak() throws IOException {
    Set<String> shared = classes(JAR);
    Set<String> shipped = new TreeSet<>();
    for (Path library : librariesOfKeycloak()) {
      shipped.addAll(classes(library));
    }
    shared.retainAll(shipped);

    assertThat(shipped).hasSizeGreaterThan(10_000);
    assertThat(shared).isEmpty();
  }

  @Test
  void holdsTheDecoderOfPhotosWithItsLicence() throws IOException {
    assertThat(entries(JAR))
        .contains(
            "dev/twostep/shaded/chicory/runtime/Instance.class",
            "dev/twostep/picture/wasm/ZxingMachine.class",
            "dev/twostep/picture/wasm/Zxing.meta",
            "META-INF/licenses/zxing-wasm.txt")
        .noneMatch(name -> name.endsWith(".wasm"));
  }

  @Test
  void relocatedDecoderReadsAPhoto() throws Exception {
    byte[] photo = PhotoSet.photos().get(0).bytes();
    try (URLClassLoader alone =
        new URLClassLoader(new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = alone.loadClass("dev.twostep.picture.Photos");
      try (AutoCloseable photos = (AutoCloseable) type.getMethod("open").invoke(null)) {
        Object reading = type.getMethod("read", byte[].class).invoke(photos, photo);

        assertThat(reading.getClass().getMethod("texts").invoke(reading))
            .isEqualTo(List.of(PhotoSet.photos().get(0).text()));
      }
    }
  }

  @Test
  void isSmall() throws IOException {
    assertThat(Files.size(JAR)).isLessThan(9_000_000);
  }

  /** They would become the server's: providers come first on its class path. */
  @Test
  void holdsNoLibraryThatTheServerWouldTakeUp() throws IOException {
    assertThat(entries(JAR))
        .noneMatch(name -> name.contains("fasterxml"))
        .noneMatch(name -> name.contains("woodstox") || name.contains("wstx"))
        .noneMatch(name -> name.contains("slf4j") || name.contains("commons"))
        .noneMatch(name -> name.startsWith("META-INF/services/javax."))
        .noneMatch(name -> name.startsWith("META-INF/services/com."));
  }

  /** Other products of Twilio are left out: what is left must not mention them. */
  @Test
  void whatIsLeftOfTheLibrariesIsWhole() {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    ToolProvider.findFirst("jdeps")
        .orElseThrow()
        .run(out, out, "--multi-release", "17", "--missing-deps", JAR.toString());

    assertThat(said.toString().lines())
        .isNotEmpty()
        .noneMatch(line -> line.matches(".*->\\s+dev\\.twostep\\..*"));
  }

  @Test
  void announcesOnlyOurProviders() throws IOException {
    assertThat(Services.of(JAR).values().stream().flatMap(List::stream))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("dev.twostep."));
  }

  @Test
  void relocatedLibraryFindsItsData() throws Exception {
    try (URLClassLoader alone = new URLClassLoader(new URL[] {JAR.toUri().toURL()}, null)) {
      Class<?> type = alone.loadClass("dev.twostep.shaded.phonenumbers.PhoneNumberUtil");
      Object library = type.getMethod("getInstance").invoke(null);
      Method parse = type.getMethod("parse", CharSequence.class, String.class);
      Object number = parse.invoke(library, "0171 2345678", "DE");
      Method isValid = type.getMethod("isValidNumber", number.getClass());

      assertThat(isValid.invoke(library, number)).isEqualTo(true);
      assertThat((Set<?>) type.getMethod("getSupportedRegions").invoke(library))
          .hasSizeGreaterThan(200);
    }
  }

  private static List<Path> librariesOfKeycloak() throws IOException {
    try (Stream<Path> files = Files.walk(KEYCLOAK.resolve("lib/lib"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }

  private static Set<String> classes(Path jar) throws IOException {
    Set<String> names = entries(jar);
    names.removeIf(name -> !name.endsWith(".class") || name.endsWith("module-info.class"));
    return names;
  }

  private static Set<String> entries(Path jar) throws IOException {
    try (JarFile opened = new JarFile(jar.toFile())) {
      Set<String> names = new TreeSet<>();
      opened.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .forEach(names::add);
      return names;
    }
  }
}
