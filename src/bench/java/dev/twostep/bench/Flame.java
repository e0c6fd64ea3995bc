package dev.twostep.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A method called on one path, with what was called from there. */
final class Flame {

  private final String method;
  private final Map<String, Flame> calls = new TreeMap<>();
  private long samples;

  Flame(String method) {
    this.method = method;
  }

  /** One sample; the outermost frame first. */
  void add(List<String> stack) {
    Flame place = this;
    place.samples++;
    for (String frame : stack) {
      place = place.calls.computeIfAbsent(frame, Flame::new);
      place.samples++;
    }
  }

  String method() {
    return method;
  }

  long samples() {
    return samples;
  }

  /** In the order of their names. */
  List<Flame> calls() {
    return List.copyOf(calls.values());
  }

  /** Frames on the longest path whose methods have so many samples at least. */
  int depth(long least) {
    return 1
        + calls.values().stream()
            .filter(call -> call.samples >= least)
            .mapToInt(call -> call.depth(least))
            .max()
            .orElse(0);
  }
}
