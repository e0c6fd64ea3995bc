package dev.twostep.it.bare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** Reads the table of contents of a jar: {@code META-INF/services}. */
final class Services {

  private static final String FOLDER = "META-INF/services/";

  private Services() {}

  /** Service interface to the classes that are announced for it. */
  static Map<String, List<String>> of(Path jar) throws IOException {
    Map<String, List<String>> services = new TreeMap<>();
    try (JarFile opened = new JarFile(jar.toFile())) {
      for (ZipEntry entry : opened.stream().toList()) {
        if (entry.getName().startsWith(FOLDER) && !entry.isDirectory()) {
          byte[] text = opened.getInputStream(entry).readAllBytes();
          services.put(entry.getName().substring(FOLDER.length()), names(text));
        }
      }
    }
    return services;
  }

  private static List<String> names(byte[] text) {
    return new String(text, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
