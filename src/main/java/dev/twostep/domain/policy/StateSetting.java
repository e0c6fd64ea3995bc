package dev.twostep.domain.policy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a realm says about its policy's state; a word that nobody can read refuses every login. */
public record StateSetting(PolicyState state, Optional<Unreadable> problem) {

  /** The realm attribute that holds the state; absent means {@code on}. */
  public static final String ATTRIBUTE = "twostep.state";

  /** Reads the stored word. */
  public static StateSetting parse(@Nullable String value) {
    if (value == null || value.isBlank()) {
      return of(PolicyState.ON);
    }
    return PolicyState.of(value.strip())
        .map(StateSetting::of)
        .orElseGet(() -> unreadable(new Unreadable(ATTRIBUTE, value, "is not on, observe or off")));
  }

  /** A readable setting. */
  public static StateSetting of(PolicyState state) {
    return new StateSetting(state, Optional.empty());
  }

  private static StateSetting unreadable(Unreadable problem) {
    return new StateSetting(PolicyState.ON, Optional.of(problem));
  }
}
