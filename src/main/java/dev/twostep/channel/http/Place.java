package dev.twostep.channel.http;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.regex.Pattern;

/** Where in a document a value stands: a JSON pointer (RFC 6901), or the name of a form's field. */
record Place(String path) {

  private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,100}");

  /**
   * Reads a place as an administrator writes it.
   *
   * @throws IllegalArgumentException with a hint if the text is neither
   */
  static Place parse(String text) {
    if (text.startsWith("/")) {
      JsonPointer.compile(text);
    } else if (!FIELD.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "write /field/of/the/document for JSON, or the name of a form's field");
    }
    return new Place(text);
  }

  boolean isPointer() {
    return path.startsWith("/");
  }

  JsonPointer pointer() {
    return JsonPointer.compile(path);
  }
}
