package dev.twostep.bench;

import java.util.Locale;

/** A figure next to the most that it may be; whether it is met is computed, never written. */
record Bar(String what, double figure, double most) {

  boolean isMet() {
    return figure <= most;
  }

  String verdict() {
    return isMet() ? "met" : "**not met**";
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "- %s: %.2f, bar %.2f: %s\n", what, figure, most, verdict());
  }
}
