package dev.twostep.domain.code;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * The TOTP of one authenticator app (RFC 6238): a code is right in its own time step or within the
 * window on either side, and only in a step later than the last accepted one.
 */
public record TimeSteps(Secret secret, Duration period, int digits, int window) {

  /** The shared secret and its HMAC's JCA name; never printed. */
  public static final class Secret {
    private final byte[] bytes;
    private final String algorithm;

    public Secret(byte[] bytes, String algorithm) {
      this.bytes = bytes.clone();
      this.algorithm = algorithm;
    }

    @Override
    public String toString() {
      return "Secret[******]";
    }
  }

  /** The step in which the answer is right and that is later than {@code lastSpent}, if any. */
  public OptionalLong stepOf(Answer answer, Instant now, long lastSpent) {
    long current = Math.floorDiv(now.getEpochSecond(), period.toSeconds());
    return LongStream.rangeClosed(current - window, current + window)
        .filter(step -> step > lastSpent)
        .filter(step -> codeAt(step).matches(answer))
        .findFirst();
  }

  /**
   * How far ahead the clock is that shows this answer, at most {@code reach} either way; negative
   * if it is behind.
   */
  public Optional<Duration> driftOf(Answer answer, Instant now, Duration reach) {
    long current = Math.floorDiv(now.getEpochSecond(), period.toSeconds());
    return LongStream.rangeClosed(1, reach.dividedBy(period))
        .flatMap(steps -> LongStream.of(-steps, steps))
        .filter(steps -> codeAt(current + steps).matches(answer))
        .mapToObj(period::multipliedBy)
        .findFirst();
  }

  /** The code of a step, for whoever answers with it instead of an app. */
  public OneTimeCode codeAt(long step) {
    return Otp.at(secret.bytes, secret.algorithm, step, digits);
  }
}
