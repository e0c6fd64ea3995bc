package dev.twostep.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * CPU time of another Java process, user and system, to the nanosecond: the sum over its threads,
 * ended ones included. (The process's own sum in {@code /proc/<pid>/stat} comes in steps of 10 ms.)
 * Left out are the threads of its just-in-time compiler: they work for all logins to come, and most
 * for the code that has run least.
 */
final class CpuMeter {

  private final Path threads;
  private final Map<Path, Long> lastSeen = new HashMap<>();

  private CpuMeter(Path threads) {
    this.threads = threads;
  }

  static CpuMeter of(long pid) {
    return new CpuMeter(Path.of("/proc", Long.toString(pid), "task"));
  }

  /** Nanoseconds since the meter first looked, plus what had been used by then. */
  long nanos() {
    for (Path thread : list()) {
      long used = nanosOf(thread);
      if (used >= 0) {
        lastSeen.put(thread, used);
      }
    }
    return lastSeen.values().stream().mapToLong(Long::longValue).sum();
  }

  private List<Path> list() {
    try (Stream<Path> all = Files.list(threads)) {
      return all.toList();
    } catch (IOException e) {
      throw new UncheckedIOException("this benchmark needs Linux and a running server", e);
    }
  }

  private static long nanosOf(Path thread) {
    try {
      String text = Files.readString(thread.resolve("schedstat"));
      if (Warmth.isCompiler(thread)) {
        return -1;
      }
      return Long.parseLong(text.substring(0, text.indexOf(' ')));
    } catch (IOException ended) {
      return -1;
    }
  }
}
