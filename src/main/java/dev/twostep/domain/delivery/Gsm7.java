package dev.twostep.domain.delivery;

import java.text.Normalizer;
import java.util.Map;

/** The alphabet of an SMS with 160 places (3GPP TS 23.038, 6.2.1). */
final class Gsm7 {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Take two places each. */
  private static final String EXTENSION = "\f^{}\\[~]|€";

  private static final Map<Integer, String> LOOK_ALIKES =
      Map.ofEntries(
          alike('’', "'"),
          alike('‘', "'"),
          alike('‚', "'"),
          alike('“', "\""),
          alike('”', "\""),
          alike('„', "\""),
          alike('«', "\""),
          alike('»', "\""),
          alike('–', "-"),
          alike('—', "-"),
          alike('•', "-"),
          alike('ł', "l"),
          alike('Ł', "L"),
          alike('đ', "d"),
          alike('Đ', "D"),
          alike('ı', "i"),
          alike('œ', "oe"),
          alike('Œ', "OE"),
          alike('ẞ', "SS"));

  private Gsm7() {}

  private static Map.Entry<Integer, String> alike(char character, String replacement) {
    return Map.entry((int) character, replacement);
  }

  static boolean holds(String text) {
    return text.codePoints().allMatch(Gsm7::holds);
  }

  private static boolean holds(int character) {
    return BASIC.indexOf(character) >= 0 || EXTENSION.indexOf(character) >= 0;
  }

  /** Places taken by a text that this alphabet holds. */
  static int septets(String text) {
    return text.codePoints().map(c -> EXTENSION.indexOf(c) >= 0 ? 2 : 1).sum();
  }

  /** The text with look-alikes for foreign characters; those without one stay as they are. */
  static String resembling(String text) {
    StringBuilder result = new StringBuilder();
    text.codePoints().forEach(character -> result.append(resembling(character)));
    return result.toString();
  }

  private static String resembling(int character) {
    String self = Character.toString(character);
    if (holds(character)) {
      return self;
    }
    String alike = LOOK_ALIKES.get(character);
    if (alike != null) {
      return alike;
    }
    String plain =
        Normalizer.normalize(self, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").strip();
    return !plain.isEmpty() && holds(plain) ? plain : self;
  }

  /** What this alphabet holds of the text; the rest is left out. */
  static String only(String text) {
    StringBuilder result = new StringBuilder();
    text.codePoints().filter(Gsm7::holds).forEach(result::appendCodePoint);
    return result.toString();
  }
}
