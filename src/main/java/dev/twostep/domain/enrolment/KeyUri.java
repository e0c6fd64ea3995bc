package dev.twostep.domain.enrolment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What an authenticator app is told about one secret, and how its entry will be called.
 *
 * @param secret in base 32
 * @param algorithm a JCA name such as {@code HmacSHA256}
 */
public record KeyUri(Entry entry, String secret, String algorithm, int digits, Duration period) {

  /** Whose account at whom. */
  public record Entry(String issuer, String account) {

    /** The colon parts the two in the app's list, so the name before it can have none. */
    public Entry {
      issuer = issuer.replace(':', ' ').strip();
    }
  }

  /** The algorithm as apps name it: {@code SHA256}. */
  public String algorithmName() {
    return algorithm.replaceFirst("^Hmac", "");
  }

  /** The secret in groups of four, as a reader types it. */
  public String groupedSecret() {
    return Arrays.stream(secret.split("(?<=\\G.{4})", -1))
        .filter(group -> !group.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** The {@code otpauth:} address, as Google's Key URI format has it. */
  public String uri() {
    return "otpauth://totp/"
        + encode(entry.issuer())
        + ":"
        + encode(entry.account())
        + "?secret="
        + secret
        + "&issuer="
        + encode(entry.issuer())
        + "&algorithm="
        + algorithmName()
        + "&digits="
        + digits
        + "&period="
        + period.toSeconds();
  }

  /** A form's plus would be read as a plus. */
  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return "KeyUri[******]";
  }
}
