package dev.twostep.domain.enrolment;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The name that a user gives an app: one short line that shows as what it is. */
public final class AppLabel {

  private static final int LONGEST = 40;
  private static final String NAMELESS = "Authenticator";

  private AppLabel() {}

  /** What was typed, without control characters and the invisible ones that turn text around. */
  public static String clean(String typed) {
    StringBuilder kept = new StringBuilder();
    typed.codePoints().filter(AppLabel::isVisible).limit(LONGEST).forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }

  /** The same, unlike all of {@code taken}: a number is put behind it where it must be. */
  public static String unique(String typed, Collection<String> taken) {
    String clean = clean(typed);
    String name = clean.isEmpty() ? NAMELESS : clean;
    Set<String> folded =
        taken.stream().map(label -> label.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return IntStream.rangeClosed(1, taken.size() + 1)
        .mapToObj(number -> number == 1 ? name : name + " " + number)
        .filter(candidate -> !folded.contains(candidate.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(name);
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
