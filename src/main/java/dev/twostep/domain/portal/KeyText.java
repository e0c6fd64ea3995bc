package dev.twostep.domain.portal;

import dev.twostep.domain.portal.KeyReading.Read;
import dev.twostep.domain.portal.KeyReading.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a portal's key: a secret as portals show it to be typed, or an {@code otpauth:} address in
 * Google's Key URI format. A text that could mean two things means none.
 */
public final class KeyText {

  /** No address of a key of at most 1 kB is longer. */
  public static final int MOST_CHARACTERS = 4096;

  /** RFC 4226 asks for 128 bits; portals are known that give 80. */
  private static final int FEWEST_SECRET = 16;

  private static final int MOST_SECRET = 1639;
  private static final Pattern BASE32 = Pattern.compile("[A-Z2-7]+={0,6}");
  private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0-]+");
  private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7e]+");
  private static final Pattern NAME = Pattern.compile("[a-z]+");
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Set<Integer> ENDS = Set.of(0, 2, 4, 5, 7);
  private static final String TOTP = "otpauth://totp/";

  private KeyText() {}

  /** What a user typed or pasted: either of the two. */
  public static KeyReading typed(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return new Refused(KeyRefusal.EMPTY);
    }
    if (stripped.contains(":") || stripped.contains("/")) {
      return address(stripped);
    }
    return secret(BLANKS.matcher(stripped).replaceAll(""))
        .<KeyReading>map(secret -> new Read(secret, "HmacSHA1", 6, Duration.ofSeconds(30), ""))
        .orElseGet(() -> new Refused(KeyRefusal.SECRET));
  }

  /** What a picture's code says: an address only. */
  public static KeyReading address(String text) {
    String scheme = text.substring(0, Math.min(text.length(), 32)).toLowerCase(Locale.ROOT);
    if (scheme.startsWith("otpauth-migration:")) {
      return new Refused(KeyRefusal.EXPORT);
    }
    if (!scheme.startsWith("otpauth://")) {
      return new Refused(KeyRefusal.NOT_TWO_FACTOR);
    }
    if (scheme.startsWith("otpauth://hotp/")) {
      return new Refused(KeyRefusal.COUNTER);
    }
    if (!scheme.startsWith(TOTP)
        || text.length() > MOST_CHARACTERS
        || !ADDRESS.matcher(text).matches()
        || BROKEN_ESCAPE.matcher(text).find()
        || text.indexOf('#') >= 0) {
      return new Refused(KeyRefusal.MALFORMED);
    }
    String[] parts = text.substring(TOTP.length()).split("\\?", -1);
    return parts.length == 2 ? read(parts[0], parts[1]) : new Refused(KeyRefusal.MALFORMED);
  }

  private static KeyReading read(String label, String query) {
    Optional<Map<String, String>> parameters = parameters(query);
    Optional<String> shown = decoded(label);
    if (parameters.isEmpty() || shown.isEmpty()) {
      return new Refused(KeyRefusal.MALFORMED);
    }
    return read(shown.get(), parameters.get());
  }

  private static KeyReading read(String label, Map<String, String> parameters) {
    Optional<String> algorithm = algorithm(parameters.getOrDefault("algorithm", "SHA1"));
    Optional<Integer> digits = number(parameters.getOrDefault("digits", "6"), 6, 8);
    Optional<Integer> period = number(parameters.getOrDefault("period", "30"), 15, 120);
    Optional<String> secret = secret(parameters.getOrDefault("secret", ""));
    if (parameters.containsKey("encoder") || algorithm.isEmpty()) {
      return new Refused(KeyRefusal.ALGORITHM);
    }
    if (digits.isEmpty()) {
      return new Refused(KeyRefusal.DIGITS);
    }
    if (period.isEmpty()) {
      return new Refused(KeyRefusal.PERIOD);
    }
    return secret
        .<KeyReading>map(
            one ->
                new Read(
                    one, algorithm.get(), digits.get(), Duration.ofSeconds(period.get()), label))
        .orElseGet(() -> new Refused(KeyRefusal.SECRET));
  }

  /** Each name once, in lower case and plain letters, as every app reads it. */
  private static Optional<Map<String, String>> parameters(String query) {
    Map<String, String> found = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      List<String> halves = Arrays.asList(pair.split("=", 2));
      Optional<String> value = halves.size() == 2 ? decoded(halves.get(1)) : Optional.empty();
      if (value.isEmpty()
          || !NAME.matcher(halves.get(0)).matches()
          || found.putIfAbsent(halves.get(0), value.get()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  /** By RFC 3986: a plus is a plus. Empty where it hides control characters or broken UTF-8. */
  private static Optional<String> decoded(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    for (int i = 0; i < text.length(); i++) {
      boolean escape = text.charAt(i) == '%';
      bytes.put((byte) (escape ? Integer.parseInt(text, i + 1, i + 3, 16) : text.charAt(i)));
      i += escape ? 2 : 0;
    }
    try {
      String plain = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
      return plain.codePoints().anyMatch(Character::isISOControl)
          ? Optional.empty()
          : Optional.of(plain);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> secret(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    String plain = upper.replace("=", "");
    return plain.length() >= FEWEST_SECRET
            && plain.length() <= MOST_SECRET
            && ENDS.contains(plain.length() % 8)
            && BASE32.matcher(upper).matches()
        ? Optional.of(plain)
        : Optional.empty();
  }

  private static Optional<String> algorithm(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "SHA1", "SHA256", "SHA512" -> Optional.of("Hmac" + name.toUpperCase(Locale.ROOT));
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> number(String text, int least, int most) {
    return Pattern.matches("[1-9][0-9]{0,2}", text)
        ? Optional.of(Integer.parseInt(text)).filter(n -> n >= least && n <= most)
        : Optional.empty();
  }
}
