package dev.twostep.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** How large the jar is, and would be without the decoder of photos. */
record JarSize(long whole, long decoder) {

  /** The decoder itself, and what runs it; nothing else of Twostep uses either. */
  private static final List<String> DECODER =
      List.of("dev/twostep/picture/wasm/", "dev/twostep/shaded/chicory/");

  /** What a zip file writes about an entry beside its name, in both places. */
  private static final int HEADERS = 30 + 46;

  static JarSize of(Path jar) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      long decoder = zip.stream().filter(JarSize::isDecoder).mapToLong(JarSize::bytesInFile).sum();
      if (decoder == 0) {
        throw new IllegalStateException("the decoder is somewhere else: " + DECODER);
      }
      return new JarSize(Files.size(jar), decoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long withoutDecoder() {
    return whole - decoder;
  }

  private static boolean isDecoder(ZipEntry entry) {
    return DECODER.stream().anyMatch(entry.getName()::startsWith);
  }

  private static long bytesInFile(ZipEntry entry) {
    int name = entry.getName().getBytes(StandardCharsets.UTF_8).length;
    return entry.getCompressedSize() + HEADERS + 2L * name;
  }
}
