package dev.twostep.picture;

import java.util.HashMap;
import java.util.Map;

/**
 * How many pictures are held at once: each has megabytes, whether it is read already or waits. Of
 * one sender there are only a few, so that nobody can keep all others out.
 */
final class Places {

  private final int all;
  private final int each;
  private final Map<String, Integer> taken = new HashMap<>();

  Places(int all, int each) {
    this.all = all;
    this.each = each;
  }

  /** Whether there is a place for one more of that sender, who then has it until it is left. */
  synchronized boolean take(String sender) {
    int total = taken.values().stream().mapToInt(Integer::intValue).sum();
    if (total >= all || taken.getOrDefault(sender, 0) >= each) {
      return false;
    }
    taken.merge(sender, 1, Integer::sum);
    return true;
  }

  synchronized void leave(String sender) {
    taken.computeIfPresent(sender, (who, places) -> places == 1 ? null : places - 1);
  }
}
