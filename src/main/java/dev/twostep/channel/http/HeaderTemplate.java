package dev.twostep.channel.http;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** One request header; its value may hold placeholders, and a key typed in full, so no printing. */
record HeaderTemplate(String name, String value) {

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7e\\t]*");

  /** Set by the HTTP client itself, or able to change what the request means on its way. */
  private static final Set<String> RESERVED =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  boolean isNameUsable() {
    return TOKEN.matcher(name).matches() && !RESERVED.contains(name.toLowerCase(Locale.ROOT));
  }

  /** No line break, no control, nothing beyond ASCII: nobody can add a header (CWE-113). */
  static boolean isSafe(String value) {
    return VISIBLE.matcher(value).matches();
  }

  /**
   * The value for one message.
   *
   * @throws IllegalArgumentException if the filled value could end the header
   */
  String filled(Placeholders placeholders) {
    String filled = placeholders.fill(value);
    if (!isSafe(filled)) {
      throw new IllegalArgumentException("a header would hold a character that it must not");
    }
    return filled;
  }

  @Override
  public String toString() {
    return name + ": *****";
  }
}
