package dev.twostep.domain.portal;

import java.time.Duration;

/** What a text that should hold a portal's key turned out to be. */
public sealed interface KeyReading {

  /**
   * A key.
   *
   * @param secret in base 32, upper case, without padding
   * @param algorithm a JCA name such as {@code HmacSHA256}
   * @param label what the portal calls it; empty where only the secret was typed
   */
  record Read(String secret, String algorithm, int digits, Duration period, String label)
      implements KeyReading {

    @Override
    public String toString() {
      return "Read[******]";
    }
  }

  /** None. */
  record Refused(KeyRefusal why) implements KeyReading {}
}
