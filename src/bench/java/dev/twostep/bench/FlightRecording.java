package dev.twostep.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Flight recordings of another JVM that hold one stretch of its life and nothing before it. */
record FlightRecording(long pid, Path file) {

  /** More than the deepest login's frames: a cut stack has lost the frames that say what it is. */
  private static final int STACK_DEPTH = 512;

  /** A JVM takes its stack depth before its first recording, and only then. */
  void during(Runnable work) {
    tell("JFR.configure", "stackdepth=" + STACK_DEPTH);
    tell("JFR.start", "name=logins", "settings=profile");
    work.run();
    tell("JFR.stop", "name=logins", "filename=" + file.toAbsolutePath());
  }

  private void tell(String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    command.add(Long.toString(pid));
    command.addAll(List.of(words));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", words) + ": " + answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
