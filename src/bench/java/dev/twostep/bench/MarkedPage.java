package dev.twostep.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the manual with places, between two comments each, that runs fill in. */
record MarkedPage(Path file) {

  static MarkedPage of(Path file) {
    return new MarkedPage(file);
  }

  /** Replaces what an earlier run put there. */
  void put(String place, String markdown) {
    String first = "<!-- " + place + ":begin -->";
    try {
      String text = Files.readString(file);
      int begin = text.indexOf(first);
      int end = text.indexOf("<!-- " + place + ":end -->");
      if (begin < 0 || end < begin) {
        throw new IllegalStateException(file + " has no place for the table: " + first);
      }
      Files.writeString(
          file, text.substring(0, begin) + first + "\n" + markdown + text.substring(end));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
