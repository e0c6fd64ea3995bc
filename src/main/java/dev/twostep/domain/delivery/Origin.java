package dev.twostep.domain.delivery;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The site that a code is for. Its line lets a browser fill the code in there and nowhere else
 * (WICG "Origin-bound one-time codes delivered via SMS").
 */
public record Origin(String host, String code) {

  /** A longer one leaves too little of an SMS for the words. */
  public static final int LONGEST_HOST = 40;

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");

  /** {@code @host #code}; empty for a host that is too long or is no name. */
  public Optional<String> line() {
    boolean named = HOST.matcher(host).matches();
    return named && !isHostTooLong() ? Optional.of("@" + host + " #" + code) : Optional.empty();
  }

  public boolean isHostTooLong() {
    return host.length() > LONGEST_HOST;
  }

  @Override
  public String toString() {
    return "Origin[host=" + host + "]";
  }
}
