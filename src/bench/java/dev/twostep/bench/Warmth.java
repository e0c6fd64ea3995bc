package dev.twostep.bench;

import dev.twostep.fixture.server.ServerRecipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Brings a server in minutes to where it would be after some ten thousand logins: its just-in-time
 * compiler looks at code five times as early, and nothing is measured while it has work left.
 */
record Warmth(Path threads) {

  private static final Duration LOOK = Duration.ofSeconds(3);
  private static final int MOST_LOOKS = 60;

  /** Of one processor. */
  private static final double IDLE = 0.1;

  static Warmth of(long pid) {
    return new Warmth(Path.of("/proc", Long.toString(pid), "task"));
  }

  /** Options of the server's JVM: ours, and those of whoever runs the benchmark. */
  static void into(ServerRecipe recipe) {
    recipe.environment(
        "JAVA_OPTS_APPEND", ("-XX:CompileThresholdScaling=0.2 " + Settings.javaOptions()).strip());
  }

  /** Returns once the compiler has nothing to do, or after three minutes. */
  void settle() {
    long before = compiled();
    for (int look = 0; look < MOST_LOOKS; look++) {
      LockSupport.parkNanos(LOOK.toNanos());
      long now = compiled();
      if (now - before < IDLE * LOOK.toNanos()) {
        return;
      }
      before = now;
    }
  }

  private long compiled() {
    try (Stream<Path> all = Files.list(threads)) {
      List<Path> compilers = all.filter(Warmth::isCompiler).toList();
      return compilers.stream().mapToLong(Warmth::nanosOf).sum();
    } catch (IOException e) {
      throw new UncheckedIOException("this benchmark needs Linux and a running server", e);
    }
  }

  static boolean isCompiler(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).matches("C[12] Compiler.*\\R?");
    } catch (IOException ended) {
      return false;
    }
  }

  private static long nanosOf(Path thread) {
    try {
      String text = Files.readString(thread.resolve("schedstat"));
      return Long.parseLong(text.substring(0, text.indexOf(' ')));
    } catch (IOException ended) {
      return 0;
    }
  }
}
