package dev.twostep.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A place in the manual's page on performance, between two markers, that a full run fills. */
record PageSection(String name) {

  private static final Path PAGE =
      Path.of(System.getProperty("twostep.project", ""), "docs", "performance.md");

  /** Replaces what an earlier run wrote. */
  void write(String text) {
    String begin = "<!-- " + name + ":begin -->\n";
    String end = "<!-- " + name + ":end -->";
    try {
      String page = Files.readString(PAGE);
      int from = page.indexOf(begin);
      int to = page.indexOf(end);
      if (from < 0 || to < from) {
        throw new IllegalStateException(PAGE + " has no place for the table: " + begin);
      }
      Files.writeString(PAGE, page.substring(0, from + begin.length()) + text + page.substring(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
