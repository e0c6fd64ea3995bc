package dev.twostep.channel.http;

import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Fields of a form, one {@code name=value} per line; names are fixed, values are encoded (B05). */
record FormTemplate(List<Field> fields) implements BodyTemplate {

  record Field(String name, String value) {}

  FormTemplate {
    fields = List.copyOf(fields);
  }

  /**
   * Reads fields as an administrator writes them.
   *
   * @throws IllegalArgumentException with a hint if a line is no field
   */
  static FormTemplate parse(String lines) {
    List<Field> fields = new ArrayList<>();
    for (String line : lines.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      int equals = line.indexOf('=');
      if (equals < 1 || line.substring(0, equals).contains("{")) {
        throw new IllegalArgumentException(
            "write one name=value per line; placeholders belong into the values");
      }
      fields.add(new Field(line.substring(0, equals).strip(), line.substring(equals + 1).strip()));
    }
    return new FormTemplate(fields);
  }

  @Override
  public String contentType() {
    return "application/x-www-form-urlencoded";
  }

  @Override
  public String filled(Placeholders placeholders) {
    return fields.stream()
        .map(field -> encoded(field.name()) + "=" + encoded(placeholders.fill(field.value())))
        .collect(joining("&"));
  }

  @Override
  public Stream<String> texts() {
    return fields.stream().map(Field::value);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "FormTemplate[" + fields.size() + " fields]";
  }
}
