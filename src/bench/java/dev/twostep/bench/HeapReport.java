package dev.twostep.bench;

import dev.twostep.bench.NotesProbe.Notes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is left in the heap after every tenth of the logins, and what one login holds meanwhile. */
record HeapReport(List<Slope.Point> heap, Duration taken, Map<Variant, Notes> notes) {

  /**
   * Half of what one entry of a hash map with a short key takes: whoever keeps anything for each
   * login is above it, and the noise of a heap after a collection is below.
   */
  private static final double BYTES_PER_LOGIN = 32;

  static final int ENOUGH = 100_000;
  private static final double SESSION_BYTES = 2048;

  boolean isEnough() {
    return logins() >= ENOUGH;
  }

  private double logins() {
    return heap.get(heap.size() - 1).x();
  }

  String markdown() {
    return growth() + sessionData();
  }

  private String growth() {
    StringBuilder text = new StringBuilder();
    double logins = logins();
    text.append(
        String.format(
            Locale.ROOT,
            "%.0f logins in %d s, %d at a time. %s\n\n| logins | heap after a full collection, MB |\n|---|---|\n",
            logins,
            taken.toSeconds(),
            HeapLoad.THREADS,
            Machine.description()));
    heap.forEach(
        point ->
            text.append(
                String.format(Locale.ROOT, "| %.0f | %.2f |\n", point.x(), point.y() / 1e6)));
    Slope slope = Slope.of(heap.stream().filter(point -> point.x() >= 0.3 * logins).toList());
    text.append(
        String.format(
            Locale.ROOT,
            "\nOver the last seven tenths %.1f bytes a login (standard error %.1f).\n\n",
            slope.rise(),
            slope.error()));
    text.append(
        isEnough()
            ? new Bar("heap growth, bytes a login", slope.rise(), BYTES_PER_LOGIN)
            : "No verdict on growth after so few logins: caches are still filling.\n");
    text.append("\n");
    return text.toString();
  }

  private String sessionData() {
    StringBuilder text = new StringBuilder();
    text.append(
        "| page that asks for the code | notes, bytes | of them Twostep’s |\n|---|---|---|\n");
    NotesProbe.KINDS.forEach(
        kind ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %d | %d |\n",
                    kind.label(),
                    notes.get(kind).all(),
                    notes.get(kind).ofTwostep())));
    double own = notes.values().stream().mapToInt(Notes::ofTwostep).max().orElseThrow();
    double all = notes.values().stream().mapToInt(Notes::all).max().orElseThrow();
    text.append("\n");
    text.append(new Bar("session data of Twostep, most bytes a login", own, SESSION_BYTES));
    text.append(new Bar("session data in all, most bytes a login", all, SESSION_BYTES));
    return text.toString();
  }
}
