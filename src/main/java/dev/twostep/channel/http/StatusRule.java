package dev.twostep.channel.http;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Which words of a service mean that a message arrived, and which that it never will; any other
 * word is no news.
 */
record StatusRule(Place place, Set<String> delivered, Set<String> failed) {

  private static final String DELIVERED = "delivered=";
  private static final String FAILED = "failed=";
  private static final String HINT =
      "write the place, then the service’s words, like"
          + " /status delivered=DELIVRD failed=UNDELIV,EXPIRED,REJECTD";

  /**
   * Reads a rule as an administrator writes it.
   *
   * @throws IllegalArgumentException with a hint if the text is no rule
   */
  static StatusRule parse(String text) {
    List<String> parts = Arrays.asList(text.strip().split("\\s+", -1));
    Set<String> delivered = words(parts, DELIVERED);
    Set<String> failed = words(parts, FAILED);
    boolean complete = parts.size() == 3 && !delivered.isEmpty() && !failed.isEmpty();
    if (!complete || delivered.stream().anyMatch(failed::contains)) {
      throw new IllegalArgumentException(HINT);
    }
    return new StatusRule(Place.parse(parts.get(0)), delivered, failed);
  }

  private static Set<String> words(List<String> parts, String name) {
    return parts.stream()
        .filter(part -> part.startsWith(name))
        .flatMap(part -> Arrays.stream(part.substring(name.length()).split(",", -1)))
        .filter(word -> !word.isEmpty())
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }
}
