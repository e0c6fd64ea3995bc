package dev.twostep.keycloak.admin;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which part of a long list is asked for. */
record Stretch(int first, int most) {

  private static final int MOST = 100;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  static Stretch of(@Nullable String first, @Nullable String max) {
    return new Stretch(number("first", first, 0), Math.min(MOST, number("max", max, MOST)));
  }

  private static int number(String field, @Nullable String typed, int preset) {
    if (typed == null || typed.isBlank()) {
      return preset;
    }
    if (!NUMBER.matcher(typed).matches()) {
      throw Answers.refused(
          List.of(new Problem(field, "is no number", "use 0 or more, or leave it out")));
    }
    return Integer.parseInt(typed);
  }
}
