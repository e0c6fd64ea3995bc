package dev.twostep.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What another Java process still holds after a full collection. */
record Heap(long pid) {

  /** One line for each part of the heap, whatever the collector; metaspace has no total. */
  private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

  long bytesInUse() {
    // Twice: what waits for its finalizer or cleaner at the first goes at the second.
    jcmd("GC.run");
    jcmd("GC.run");
    Matcher used = USED.matcher(jcmd("GC.heap_info"));
    long bytes = 0;
    while (used.find()) {
      bytes += Long.parseLong(used.group(1)) * 1024;
    }
    if (bytes == 0) {
      throw new IllegalStateException("the JVM tells its heap in another way");
    }
    return bytes;
  }

  private String jcmd(String command) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process process =
          new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
