package dev.twostep.channel.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.twostep.application.delivery.Callback;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The body of a receipt: JSON or a form, each of which has one meaning only. */
sealed interface ReceiptDocument {

  /** Longer values are no status, no id and no price. */
  int LONGEST = 255;

  /** The value at that place; empty if there is none, or more than a value. */
  Optional<String> at(Place place);

  /** Empty if the body cannot be read, or says something twice. */
  static Optional<ReceiptDocument> of(Callback callback) {
    String type = callback.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (type.startsWith("application/json")) {
      return StrictJson.read(callback.body()).map(Json::new);
    }
    return type.startsWith("application/x-www-form-urlencoded")
        ? form(callback.body())
        : Optional.empty();
  }

  private static Optional<ReceiptDocument> form(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      Optional<String> name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      Optional<String> value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
      if (name.isEmpty() || value.isEmpty() || fields.put(name.get(), value.get()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new Form(fields));
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A JSON object or array. */
  record Json(JsonNode root) implements ReceiptDocument {

    @Override
    public Optional<String> at(Place place) {
      return Optional.of(place)
          .filter(Place::isPointer)
          .map(known -> root.at(known.pointer()))
          .filter(node -> node.isTextual() || node.isNumber())
          .map(JsonNode::asText)
          .filter(text -> text.length() <= LONGEST);
    }
  }

  /** The fields of a form, each of them there once. */
  record Form(Map<String, String> fields) implements ReceiptDocument {

    @Override
    public Optional<String> at(Place place) {
      return Optional.ofNullable(fields.get(place.path())).filter(t -> t.length() <= LONGEST);
    }
  }
}
