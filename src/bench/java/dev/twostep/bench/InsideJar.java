package dev.twostep.bench;

import dev.twostep.bench.inside.SessionNotes;
import dev.twostep.bench.inside.SessionNotesFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The benchmark's own provider as a jar, for the measured server only. */
final class InsideJar {

  private static final String SERVICE =
      "META-INF/services/org.keycloak.services.resource.RealmResourceProviderFactory";

  private static final List<String> CLASSES =
      List.of(
          SessionNotes.class.getName(),
          SessionNotesFactory.class.getName(),
          SessionNotesFactory.class.getName() + "$Mounted");

  private InsideJar() {}

  /** The same bytes every time: whoever keeps built servers tells them apart by their jars. */
  static Path packed() {
    Path jar =
        Path.of(System.getProperty("twostep.project", ""), "target", "bench", "bench-inside.jar");
    try {
      Files.createDirectories(jar.getParent());
      try (OutputStream file = Files.newOutputStream(jar);
          JarOutputStream out = new JarOutputStream(file)) {
        for (String name : CLASSES) {
          String entry = name.replace('.', '/') + ".class";
          put(out, entry, content(entry));
        }
        // Without it Keycloak's build does not index the jar, and the address answers 405.
        put(out, "META-INF/beans.xml", new byte[0]);
        put(out, SERVICE, SessionNotesFactory.class.getName().getBytes(StandardCharsets.UTF_8));
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] content(String entry) throws IOException {
    try (InputStream in = InsideJar.class.getClassLoader().getResourceAsStream(entry)) {
      return Objects.requireNonNull(in, entry).readAllBytes();
    }
  }

  private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
    JarEntry entry = new JarEntry(name);
    entry.setLastModifiedTime(FileTime.fromMillis(0));
    out.putNextEntry(entry);
    out.write(content);
    out.closeEntry();
  }
}
