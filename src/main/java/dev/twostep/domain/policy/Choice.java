package dev.twostep.domain.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a user answered when two-step login was offered; counts only where it is optional. */
public record Choice(Answer answer, Optional<Instant> until) {

  /** The user attribute that holds the answer; only Twostep's own pages write it. */
  public static final String ATTRIBUTE = "twostep.choice";

  /** The possible answers. */
  public enum Answer {
    UNDECIDED,
    ON,
    LATER,
    NEVER
  }

  public static final Choice UNDECIDED = new Choice(Answer.UNDECIDED, Optional.empty());
  public static final Choice ON = new Choice(Answer.ON, Optional.empty());
  public static final Choice NEVER = new Choice(Answer.NEVER, Optional.empty());

  private static final String LATER_PREFIX = "later:";

  public Choice {
    if ((answer == Answer.LATER) != until.isPresent()) {
      throw new IllegalArgumentException("only 'later' has a moment, and it always has one");
    }
  }

  /** Not now: to be offered again from that day (UTC) on. */
  public static Choice later(LocalDate day) {
    return new Choice(Answer.LATER, Optional.of(day.atStartOfDay().toInstant(ZoneOffset.UTC)));
  }

  /** Reads the stored answer; one that cannot be read is no answer, so the user is asked again. */
  public static Choice parse(@Nullable String value) {
    String text = value == null ? "" : value.strip();
    if (text.startsWith(LATER_PREFIX)) {
      return Moments.startOf(text.substring(LATER_PREFIX.length()))
          .map(moment -> new Choice(Answer.LATER, Optional.of(moment)))
          .orElse(UNDECIDED);
    }
    return switch (text) {
      case "on" -> ON;
      case "never" -> NEVER;
      default -> UNDECIDED;
    };
  }

  /** The text to store, or empty where nothing is to be stored. */
  public Optional<String> stored() {
    return switch (answer) {
      case UNDECIDED -> Optional.empty();
      case ON -> Optional.of("on");
      case NEVER -> Optional.of("never");
      case LATER ->
          until.map(moment -> LATER_PREFIX + moment.atOffset(ZoneOffset.UTC).toLocalDate());
    };
  }

  boolean isPutOffAt(Instant now) {
    return until.map(now::isBefore).orElse(false);
  }
}
