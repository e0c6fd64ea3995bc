package dev.twostep.bench;

import java.time.Duration;
import java.util.Locale;

/** How far a run is, and how long the rest will take if it goes on as it did. */
final class Progress {

  private final int steps;
  private final long start = System.nanoTime();
  private int done;

  Progress(int steps) {
    this.steps = steps;
  }

  /** To be called after each step; a line for the console. */
  String step(String name) {
    done++;
    long each = (System.nanoTime() - start) / done;
    Duration left = Duration.ofNanos(each * Math.max(0, steps - done));
    return String.format(
        Locale.ROOT, "%s; about %d:%02d left", name, left.toMinutes(), left.toSecondsPart());
  }
}
