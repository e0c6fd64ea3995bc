package dev.twostep.channel.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads {@code Retry-After} (RFC 9110, 10.2.3) into a pause between one second and a code's life:
 * what cannot be read pauses longest, so that nonsense never starts a storm of retries (B10).
 */
public final class RetryAfter {

  static final Duration LONGEST = Duration.ofMinutes(5);
  static final Duration SHORTEST = Duration.ofSeconds(1);
  static final Duration UNSAID = Duration.ofSeconds(30);

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private RetryAfter() {}

  /** How long to wait, whatever stands there. */
  public static Duration pause(Optional<String> header, Clock clock) {
    return header.map(value -> bounded(asked(value.strip(), clock))).orElse(UNSAID);
  }

  private static Duration asked(String value, Clock clock) {
    if (SECONDS.matcher(value).matches()) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      return Duration.between(
          clock.instant(),
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return LONGEST;
    }
  }

  private static Duration bounded(Duration asked) {
    if (asked.compareTo(LONGEST) > 0) {
      return LONGEST;
    }
    return asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
  }
}
